// Case ts-special-words: names of parameters.
use crate::prelude::*;
use ts_special_words as c;

pub async fn run(r: &mut Report, client: &c::TsSpecialWordsClient) {
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
