// Case ts-special-words.
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
    done!(
        r,
        "SpecialWords_Models_and",
        "POST /special-words/models/and",
        client.models_client().with_and("ok")
    );
    done!(
        r,
        "SpecialWords_Models_as",
        "POST /special-words/models/as",
        client.models_client().with_as("ok")
    );
    done!(
        r,
        "SpecialWords_Models_assert",
        "POST /special-words/models/assert",
        client.models_client().with_assert("ok")
    );
    done!(
        r,
        "SpecialWords_Models_async",
        "POST /special-words/models/async",
        client.models_client().with_async("ok")
    );
    done!(
        r,
        "SpecialWords_Models_await",
        "POST /special-words/models/await",
        client.models_client().with_await("ok")
    );
    done!(
        r,
        "SpecialWords_Models_break",
        "POST /special-words/models/break",
        client.models_client().with_break("ok")
    );
    done!(
        r,
        "SpecialWords_Models_class",
        "POST /special-words/models/class",
        client.models_client().with_class("ok")
    );
    done!(
        r,
        "SpecialWords_Models_constructor",
        "POST /special-words/models/constructor",
        client.models_client().with_constructor("ok")
    );
    done!(
        r,
        "SpecialWords_Models_continue",
        "POST /special-words/models/continue",
        client.models_client().with_continue("ok")
    );
    done!(
        r,
        "SpecialWords_Models_def",
        "POST /special-words/models/def",
        client.models_client().with_def("ok")
    );
    done!(
        r,
        "SpecialWords_Models_del",
        "POST /special-words/models/del",
        client.models_client().with_del("ok")
    );
    done!(
        r,
        "SpecialWords_Models_elif",
        "POST /special-words/models/elif",
        client.models_client().with_elif("ok")
    );
    done!(
        r,
        "SpecialWords_Models_else",
        "POST /special-words/models/else",
        client.models_client().with_else("ok")
    );
    done!(
        r,
        "SpecialWords_Models_except",
        "POST /special-words/models/except",
        client.models_client().with_except("ok")
    );
    done!(
        r,
        "SpecialWords_Models_exec",
        "POST /special-words/models/exec",
        client.models_client().with_exec("ok")
    );
    done!(
        r,
        "SpecialWords_Models_finally",
        "POST /special-words/models/finally",
        client.models_client().with_finally("ok")
    );
    done!(
        r,
        "SpecialWords_Models_for",
        "POST /special-words/models/for",
        client.models_client().with_for("ok")
    );
    done!(
        r,
        "SpecialWords_Models_from",
        "POST /special-words/models/from",
        client.models_client().with_from("ok")
    );
    done!(
        r,
        "SpecialWords_Models_global",
        "POST /special-words/models/global",
        client.models_client().with_global("ok")
    );
    done!(
        r,
        "SpecialWords_Models_if",
        "POST /special-words/models/if",
        client.models_client().with_if("ok")
    );
    done!(
        r,
        "SpecialWords_Models_import",
        "POST /special-words/models/import",
        client.models_client().with_import("ok")
    );
    done!(
        r,
        "SpecialWords_Models_in",
        "POST /special-words/models/in",
        client.models_client().with_in("ok")
    );
    done!(
        r,
        "SpecialWords_Models_is",
        "POST /special-words/models/is",
        client.models_client().with_is("ok")
    );
    done!(
        r,
        "SpecialWords_Models_lambda",
        "POST /special-words/models/lambda",
        client.models_client().with_lambda("ok")
    );
    done!(
        r,
        "SpecialWords_Models_not",
        "POST /special-words/models/not",
        client.models_client().with_not("ok")
    );
    done!(
        r,
        "SpecialWords_Models_or",
        "POST /special-words/models/or",
        client.models_client().with_or("ok")
    );
    done!(
        r,
        "SpecialWords_Models_pass",
        "POST /special-words/models/pass",
        client.models_client().with_pass("ok")
    );
    done!(
        r,
        "SpecialWords_Models_raise",
        "POST /special-words/models/raise",
        client.models_client().with_raise("ok")
    );
    done!(
        r,
        "SpecialWords_Models_return",
        "POST /special-words/models/return",
        client.models_client().with_return("ok")
    );
    done!(
        r,
        "SpecialWords_Models_try",
        "POST /special-words/models/try",
        client.models_client().with_try("ok")
    );
    done!(
        r,
        "SpecialWords_Models_while",
        "POST /special-words/models/while",
        client.models_client().with_while("ok")
    );
    done!(
        r,
        "SpecialWords_Models_with",
        "POST /special-words/models/with",
        client.models_client().with_with("ok")
    );
    done!(
        r,
        "SpecialWords_Models_yield",
        "POST /special-words/models/yield",
        client.models_client().with_yield("ok")
    );
    done!(
        r,
        "SpecialWords_Operations_and",
        "GET /special-words/operations/and",
        client.operations_client().and()
    );
    done!(
        r,
        "SpecialWords_Operations_as",
        "GET /special-words/operations/as",
        client.operations_client().as_()
    );
    done!(
        r,
        "SpecialWords_Operations_assert",
        "GET /special-words/operations/assert",
        client.operations_client().assert()
    );
    done!(
        r,
        "SpecialWords_Operations_async",
        "GET /special-words/operations/async",
        client.operations_client().async_()
    );
    done!(
        r,
        "SpecialWords_Operations_await",
        "GET /special-words/operations/await",
        client.operations_client().await_()
    );
    done!(
        r,
        "SpecialWords_Operations_break",
        "GET /special-words/operations/break",
        client.operations_client().break_()
    );
    done!(
        r,
        "SpecialWords_Operations_class",
        "GET /special-words/operations/class",
        client.operations_client().class()
    );
    done!(
        r,
        "SpecialWords_Operations_constructor",
        "GET /special-words/operations/constructor",
        client.operations_client().constructor()
    );
    done!(
        r,
        "SpecialWords_Operations_continue",
        "GET /special-words/operations/continue",
        client.operations_client().continue_()
    );
    done!(
        r,
        "SpecialWords_Operations_def",
        "GET /special-words/operations/def",
        client.operations_client().def()
    );
    done!(
        r,
        "SpecialWords_Operations_del",
        "GET /special-words/operations/del",
        client.operations_client().del()
    );
    done!(
        r,
        "SpecialWords_Operations_elif",
        "GET /special-words/operations/elif",
        client.operations_client().elif()
    );
    done!(
        r,
        "SpecialWords_Operations_else",
        "GET /special-words/operations/else",
        client.operations_client().else_()
    );
    done!(
        r,
        "SpecialWords_Operations_except",
        "GET /special-words/operations/except",
        client.operations_client().except()
    );
    done!(
        r,
        "SpecialWords_Operations_exec",
        "GET /special-words/operations/exec",
        client.operations_client().exec()
    );
    done!(
        r,
        "SpecialWords_Operations_finally",
        "GET /special-words/operations/finally",
        client.operations_client().finally()
    );
    done!(
        r,
        "SpecialWords_Operations_for",
        "GET /special-words/operations/for",
        client.operations_client().for_()
    );
    done!(
        r,
        "SpecialWords_Operations_from",
        "GET /special-words/operations/from",
        client.operations_client().from()
    );
    done!(
        r,
        "SpecialWords_Operations_global",
        "GET /special-words/operations/global",
        client.operations_client().global()
    );
    done!(
        r,
        "SpecialWords_Operations_if",
        "GET /special-words/operations/if",
        client.operations_client().if_()
    );
    done!(
        r,
        "SpecialWords_Operations_import",
        "GET /special-words/operations/import",
        client.operations_client().import()
    );
    done!(
        r,
        "SpecialWords_Operations_in",
        "GET /special-words/operations/in",
        client.operations_client().in_()
    );
    done!(
        r,
        "SpecialWords_Operations_is",
        "GET /special-words/operations/is",
        client.operations_client().is()
    );
    done!(
        r,
        "SpecialWords_Operations_lambda",
        "GET /special-words/operations/lambda",
        client.operations_client().lambda()
    );
    done!(
        r,
        "SpecialWords_Operations_not",
        "GET /special-words/operations/not",
        client.operations_client().not()
    );
    done!(
        r,
        "SpecialWords_Operations_or",
        "GET /special-words/operations/or",
        client.operations_client().or()
    );
    done!(
        r,
        "SpecialWords_Operations_pass",
        "GET /special-words/operations/pass",
        client.operations_client().pass()
    );
    done!(
        r,
        "SpecialWords_Operations_raise",
        "GET /special-words/operations/raise",
        client.operations_client().raise()
    );
    done!(
        r,
        "SpecialWords_Operations_return",
        "GET /special-words/operations/return",
        client.operations_client().return_()
    );
    done!(
        r,
        "SpecialWords_Operations_try",
        "GET /special-words/operations/try",
        client.operations_client().try_()
    );
    done!(
        r,
        "SpecialWords_Operations_while",
        "GET /special-words/operations/while",
        client.operations_client().while_()
    );
    done!(
        r,
        "SpecialWords_Operations_with",
        "GET /special-words/operations/with",
        client.operations_client().with()
    );
    done!(
        r,
        "SpecialWords_Operations_yield",
        "GET /special-words/operations/yield",
        client.operations_client().yield_()
    );
    done!(
        r,
        "SpecialWords_Parameters_and",
        "GET /special-words/parameters/and",
        client.parameters_client().with_and("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_as",
        "GET /special-words/parameters/as",
        client.parameters_client().with_as("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_assert",
        "GET /special-words/parameters/assert",
        client.parameters_client().with_assert("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_async",
        "GET /special-words/parameters/async",
        client.parameters_client().with_async("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_await",
        "GET /special-words/parameters/await",
        client.parameters_client().with_await("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_break",
        "GET /special-words/parameters/break",
        client.parameters_client().with_break("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_class",
        "GET /special-words/parameters/class",
        client.parameters_client().with_class("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_constructor",
        "GET /special-words/parameters/constructor",
        client.parameters_client().with_constructor("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_continue",
        "GET /special-words/parameters/continue",
        client.parameters_client().with_continue("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_def",
        "GET /special-words/parameters/def",
        client.parameters_client().with_def("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_del",
        "GET /special-words/parameters/del",
        client.parameters_client().with_del("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_elif",
        "GET /special-words/parameters/elif",
        client.parameters_client().with_elif("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_else",
        "GET /special-words/parameters/else",
        client.parameters_client().with_else("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_except",
        "GET /special-words/parameters/except",
        client.parameters_client().with_except("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_exec",
        "GET /special-words/parameters/exec",
        client.parameters_client().with_exec("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_finally",
        "GET /special-words/parameters/finally",
        client.parameters_client().with_finally("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_for",
        "GET /special-words/parameters/for",
        client.parameters_client().with_for("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_from",
        "GET /special-words/parameters/from",
        client.parameters_client().with_from("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_global",
        "GET /special-words/parameters/global",
        client.parameters_client().with_global("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_if",
        "GET /special-words/parameters/if",
        client.parameters_client().with_if("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_import",
        "GET /special-words/parameters/import",
        client.parameters_client().with_import("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_in",
        "GET /special-words/parameters/in",
        client.parameters_client().with_in("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_is",
        "GET /special-words/parameters/is",
        client.parameters_client().with_is("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_lambda",
        "GET /special-words/parameters/lambda",
        client.parameters_client().with_lambda("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_not",
        "GET /special-words/parameters/not",
        client.parameters_client().with_not("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_or",
        "GET /special-words/parameters/or",
        client.parameters_client().with_or("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_pass",
        "GET /special-words/parameters/pass",
        client.parameters_client().with_pass("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_raise",
        "GET /special-words/parameters/raise",
        client.parameters_client().with_raise("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_return",
        "GET /special-words/parameters/return",
        client.parameters_client().with_return("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_try",
        "GET /special-words/parameters/try",
        client.parameters_client().with_try("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_while",
        "GET /special-words/parameters/while",
        client.parameters_client().with_while("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_with",
        "GET /special-words/parameters/with",
        client.parameters_client().with_with("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_yield",
        "GET /special-words/parameters/yield",
        client.parameters_client().with_yield("ok")
    );
    done!(
        r,
        "SpecialWords_Parameters_cancellationToken",
        "GET /special-words/parameters/cancellationToken",
        client.parameters_client().with_cancellation_token("ok")
    );
}
