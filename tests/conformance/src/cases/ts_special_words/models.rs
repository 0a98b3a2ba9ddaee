// Case ts-special-words: names of models.
use crate::prelude::*;
use ts_special_words as c;

pub async fn run(r: &mut Report, client: &c::TsSpecialWordsClient) {
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
}
