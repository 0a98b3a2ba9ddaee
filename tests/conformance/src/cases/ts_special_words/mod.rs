// Case ts-special-words.
mod models;
mod operations;
mod parameters;

use crate::prelude::*;
use ts_special_words as c;

pub async fn run(r: &mut Report) {
    r.case("ts-special-words");
    let client = c::TsSpecialWordsClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "SpecialWords_ModelProperties_sameAsModel",
        "POST /special-words/model-properties/same-as-model",
        client.model_properties_client().same_as_model("ok")
    );
    done!(r, "SpecialWords_ModelProperties_dictMethods", "POST /special-words/model-properties/dict-methods", client.model_properties_client().dict_methods(j::<c::models::ModelPropertiesDictMethods>(json!({"keys": "ok", "items": "ok", "values": "ok", "popitem": "ok", "clear": "ok", "update": "ok", "setdefault": "ok", "pop": "ok", "get": "ok", "copy": "ok"}))));
    done!(
        r,
        "SpecialWords_ModelProperties_withList",
        "POST /special-words/model-properties/list",
        client.model_properties_client().with_list("ok")
    );
    models::run(r, &client).await;
    operations::run(r, &client).await;
    parameters::run(r, &client).await;
}
