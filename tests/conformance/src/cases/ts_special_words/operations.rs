// Case ts-special-words: names of operations.
use crate::prelude::*;
use ts_special_words as c;

pub async fn run(r: &mut Report, client: &c::TsSpecialWordsClient) {
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
}
