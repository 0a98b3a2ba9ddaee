//! The docs of the modules `models` and `calls`.

use crate::model::package::{BuilderMethod, Client};

const CALLS: &str = "\
The calls that the methods of the clients return: builders, and the types of their results.

Awaiting a call sends it. A client request id or a span goes into its context.";

const LISTS: &str = "\
A list sends nothing until its items or pages are polled. An item that cannot be read is an error \
for which `BadItem::of` returns `Some`, and the next item follows it; any other error ends the list. \
Resuming a list at a position in another list is an error.";

const ERRORS: &str = "\
# Errors
Every error is an `azure_core::Error`. `http_status()` returns the status of an error response. An \
argument that cannot be sent is an error when the call is awaited, and nothing is sent. If the \
service may have carried out a call that failed, `OutcomeUnknown::of` returns `Some`.";

const RESPONSES: &str = "\
# Responses
`response()` sends the call like `.await`, and returns the status, the headers, and the body, which \
is not decoded yet. Do not log the error of its `into_model()`: it may quote the body. The errors of \
`with_response()` never do.";

const DUPLICATES: &str = "\
# Duplicates
Some calls have a different effect if they are sent twice. They are sent again only if no connection \
was made, or if the service asks for it with status 429, or with status 503 and `Retry-After`. After \
another failure, `OutcomeUnknown::of` tells from the error if the outcome is unknown. \
`allow_duplicates()` sends such a call again after every transient failure.";

const LINKS: &str = "\
# Links
A list follows links to its next page only at the origin of the endpoint, because requests carry \
credentials. A gateway or a custom domain in front of the service may need `allow_links_to()`.";

/// The docs of `models`.
pub fn models_docs(clients: &[Client]) -> &'static str {
    match clients.is_empty() {
        true => "The types of the description.",
        false => "The types of the values in requests and responses.",
    }
}

/// The docs of `calls`, with the sections to which the builders' methods refer.
pub fn calls_docs(clients: &[Client]) -> Option<String> {
    if clients.is_empty() {
        return None;
    }
    let methods = clients.iter().flat_map(|it| &it.calls).flat_map(|it| &it.builder_methods);
    let methods: Vec<BuilderMethod> = methods.copied().collect();
    let sections = [
        (LISTS, BuilderMethod::Pages),
        (RESPONSES, BuilderMethod::Response),
        (DUPLICATES, BuilderMethod::AllowDuplicates),
        (LINKS, BuilderMethod::AllowLinksTo),
    ];
    let sections = sections.into_iter().filter(|(_, method)| methods.contains(method));
    let texts: Vec<_> =
        [CALLS].into_iter().chain(sections.map(|(text, _)| text)).chain([ERRORS]).collect();
    Some(texts.join("\n\n"))
}
