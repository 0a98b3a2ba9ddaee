// Case ts-serialization_encoded-name_json.
use crate::prelude::*;
use ts_serialization_encoded_name_json as c;

pub async fn run(r: &mut Report) {
    r.case("ts-serialization_encoded-name_json");
    let client = c::TsSerializationEncodedNameJsonClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Serialization_EncodedName_Json_Property_send",
        "POST /serialization/encoded-name/json/property",
        client.property_client().send(true)
    );
    same!(
        r,
        "Serialization_EncodedName_Json_Property_get",
        "GET /serialization/encoded-name/json/property",
        client.property_client().get(),
        json!({"wireName": true})
    );
}
