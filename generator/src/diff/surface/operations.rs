//! Operations: their requests and responses, and the methods that they become.

use super::{Surface, responses, words};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{description::Operation, package::Call},
};

impl Surface<'_> {
    /// `None` for an operation that is in no client. That problem has been reported.
    pub(super) fn operation(&self, operation: &Operation) -> Option<Element> {
        let (client, call) = self.call_of(operation)?;
        let Operation {
            id,
            place,
            docs,
            deprecated,
            method,
            path,
            server,
            takes_api_version,
            parameters,
            body,
            security,
            success,
            errors,
            paging,
            long_running,
        } = operation;
        let Call {
            method: function,
            name: builder,
            // The description has these too.
            docs: _,
            deprecated: _,
            operation_id: _,
            operation: _,
            path_values: _,
            accept: _,
            constants: _,
            authorized_by: _,
            without_api_version: _,
            server: _,
            // The arguments and setters are compared one by one, as parameters and properties.
            arguments: _,
            setters: _,
            // Users do not see these.
            lints: _,
            variables: _,
            builder_lints: _,
            // They follow from the output and the method.
            builder_methods: _,
            body: _,
            output,
            others,
            headers: fields,
            // These come from `sdk.yaml`.
            aliases: _,
            uuid_headers: _,
            answer: _,
            // The bodies tell.
            xml: _,
        } = call;
        let name = format!("`{}::{function}`", client.name);
        let rust = format!("method {name}, which returns `calls::{builder}`");
        let mut element = Element::new(Kind::Operation, id, place, rust);
        let returned = responses::returned(success, output);
        element.facets = vec![
            Facet::said(Aspect::Name, None).rust(format!("{name}, `calls::{builder}`")),
            Facet::said(Aspect::Words, docs.clone()),
            Facet::flag(Aspect::Deprecated, *deprecated, "deprecated")
                .rust(deprecated.then(|| "`#[deprecated]`".to_owned()))
                .rust_is(Level::Minor),
            Facet::said(Aspect::Method, method.as_str().to_owned()),
            Facet::said(Aspect::Path, path.clone()),
            Facet::said(Aspect::Endpoint, server.as_ref().map(words::own_server))
                .rust(server.as_ref().map(|_| format!("method `calls::{builder}::server`"))),
            Facet::flag(Aspect::ApiVersion, *takes_api_version, "takes it"),
            Facet::said(
                Aspect::Output,
                success.iter().find_map(|it| it.body.as_ref()).map(words::ty),
            )
            .rust(self.output(output)),
            Facet::said(Aspect::Security, security.as_deref().map(words::requirements)),
            responses::paging(paging.as_ref()),
            responses::long_running(long_running.as_ref()),
        ];
        let parameters = parameters.iter().map(|it| self.parameter(it, call));
        element.children.extend(parameters);
        element.children.extend(body.as_ref().and_then(|body| self.body(body, call)));
        element.children.extend(self.success(success, returned, call, &element.place));
        let others = others.iter().map(|it| self.other(it, call, &element.place));
        element.children.extend(others);
        element.children.extend(errors.iter().map(|it| responses::error(it, &element.place)));
        element.children.extend(self.headers(success, fields.as_ref()));
        Some(element)
    }
}
