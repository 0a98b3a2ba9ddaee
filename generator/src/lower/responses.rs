//! Responses: their bodies and headers, and which of them mean success.

use super::{
    Lowering,
    media_types::{Media, Offered, essence},
    streams::EventData,
};
use crate::{
    model::{
        description::{OtherBody, RawFormat, Response, ResponseHeader, Type},
        source::Place,
        wire::{Method, Status, XmlShape},
    },
    read::Node,
};
use serde_json::Value;

/// A response that is yet to be lowered.
struct Described<'a> {
    status: Status,
    node: Node<'a>,
    /// `x-ms-error-response`.
    is_error: Option<bool>,
}

/// The part of a [`Response`] that is about its body.
#[derive(Default)]
struct Body {
    ty: Option<Type>,
    format: Option<RawFormat>,
    xml: Option<XmlShape>,
    nullable: bool,
    media_type: Option<String>,
    others: Vec<OtherBody>,
}

/// The names given to the inline bodies of an operation.
struct Names<'a, 'b> {
    operation: &'b str,
    given: Vec<(&'a Value, String)>,
}

impl<'a> Lowering<'a> {
    /// The responses of an operation: those that mean success, and those that mean failure.
    pub fn lower_responses(
        &mut self,
        operation: &Node<'a>,
        method: Method,
        inline: &str,
    ) -> (Vec<Response>, Vec<Response>) {
        let place = operation.place.child("responses");
        let described = self.described(operation);
        let has_success = described.iter().any(|it| is_success(it, method) == Some(true));
        let mut names = Names { operation: inline, given: Vec::new() };
        let (mut success, mut errors) = (Vec::new(), Vec::new());
        for it in &described {
            // `default` means success if no other response does.
            let succeeds = is_success(it, method).unwrap_or(!has_success);
            let lowered = self.lower_response(it, succeeds, method, &mut names);
            if succeeds { success.push(lowered) } else { errors.push(lowered) }
        }
        if success.is_empty() {
            success.push(undescribed_success());
        }
        errors.sort_by_key(|it| it.status);
        success.sort_by_key(|it| it.status);
        self.check_formats(&place, &success);
        (success, errors)
    }

    fn described(&mut self, operation: &Node<'a>) -> Vec<Described<'a>> {
        let mut described = Vec::new();
        for (code, written) in operation.entries("responses") {
            if code.starts_with("x-") {
                continue;
            }
            let Some(status) = lower_status(code) else {
                self.refuse(&written.place, &format!("the status {code:?}"));
                continue;
            };
            let says_error =
                |it: &Node| it.value.get("x-ms-error-response").and_then(Value::as_bool);
            // The extension may be beside a `$ref`.
            let beside = says_error(&written);
            let Some(node) = self.resolve(written) else { continue };
            described.push(Described { status, is_error: beside.or(says_error(&node)), node });
        }
        described
    }

    fn lower_response(
        &mut self,
        described: &Described<'a>,
        succeeds: bool,
        method: Method,
        names: &mut Names<'a, '_>,
    ) -> Response {
        let Described { status, node, .. } = described;
        let body = match (method, succeeds) {
            // A response to HEAD has no body, whatever the description says (RFC 9110, section
            // 9.3.2).
            (Method::Head, _) => Body::default(),
            (_, true) => self.lower_success_body(node, *status, names),
            (_, false) => self.lower_error_body(node, *status, names),
        };
        Response {
            status: *status,
            docs: Some(node.text("description").unwrap_or_default().to_owned()),
            body: body.ty,
            format: body.format,
            xml: body.xml,
            nullable: body.nullable,
            media_type: body.media_type,
            others: body.others,
            headers: self.lower_headers(node, names.operation),
        }
    }

    fn lower_success_body(
        &mut self,
        response: &Node<'a>,
        status: Status,
        names: &mut Names<'a, '_>,
    ) -> Body {
        let offered = self.offered_media(response);
        let Some(Offered { name, node, media }) = offered.first() else {
            let listed: Vec<String> =
                response.entries("content").map(|(name, _)| format!("{name:?}")).collect();
            if !listed.is_empty() {
                let what = format!("the content type {} of a response", listed.join(" or "));
                self.refuse(&response.place.child("content"), &what);
            }
            return Body::default();
        };
        let schema = node.get("schema");
        let nullable = schema.as_ref().is_some_and(|it| it.flag("nullable"));
        let text = || (Type::String(None), Some(RawFormat::Text), None);
        let (ty, format, xml) = match (media, schema) {
            (Media::Json, None) => return Body::default(),
            (Media::Json, Some(schema)) => {
                (self.lower_model(schema, status, "Response", names), None, None)
            }
            (Media::Xml, Some(schema)) => {
                let ty = self.lower_model(schema.clone(), status, "Response", names);
                // Users read what has no model, whatever its schema says.
                self.xml_body(&schema, &ty).map_or_else(text, |xml| (ty, None, Some(xml)))
            }
            _ => {
                let (ty, format) = self.lower_raw_body(*media, node, status, names);
                (ty, Some(format), None)
            }
        };
        let media_type = (essence(name) != "application/json").then(|| (*name).to_owned());
        let others = self.lower_others(&offered, status, names);
        Body { ty: Some(ty), format, xml, nullable, media_type, others }
    }

    /// The type and the format of a body that is not a JSON value.
    fn lower_raw_body(
        &mut self,
        media: Media,
        node: &Node<'a>,
        status: Status,
        names: &mut Names<'a, '_>,
    ) -> (Type, RawFormat) {
        match media {
            Media::Json | Media::Xml | Media::Text => (Type::String(None), RawFormat::Text),
            Media::Bytes => (Type::Bytes, RawFormat::Bytes),
            Media::Lines => {
                let schema = self.line_schema(node);
                let ty = schema.map(|it| self.lower_model(it, status, "Item", names));
                (ty.unwrap_or(Type::Any).as_written(), RawFormat::Lines)
            }
            Media::Events => {
                let ty = match self.event_data(node) {
                    EventData::Text => Type::String(None),
                    EventData::AnyJson => Type::Any,
                    EventData::Json(it) => {
                        match self.lower_model(it, status, "Item", names).as_written() {
                            // A string is the data itself.
                            Type::String(_) => Type::Any,
                            ty => ty,
                        }
                    }
                };
                (ty, RawFormat::Events)
            }
        }
    }

    fn lower_others(
        &mut self,
        offered: &[Offered<'a>],
        status: Status,
        names: &mut Names<'a, '_>,
    ) -> Vec<OtherBody> {
        let mut others = Vec::new();
        for of_media in self.other_media(offered) {
            let Offered { media, node, .. } = of_media[0];
            let (body, format) = self.lower_raw_body(*media, node, status, names);
            let media_types = of_media.iter().map(|it| it.name.to_owned()).collect();
            others.push(OtherBody { format, body, media_types });
        }
        others
    }

    /// Errors are shown whatever their bodies are. Only JSON and XML get a model.
    fn lower_error_body(
        &mut self,
        response: &Node<'a>,
        status: Status,
        names: &mut Names<'a, '_>,
    ) -> Body {
        let offered = self.offered_media(response);
        let Some(Offered { node, media, .. }) = offered.first() else { return Body::default() };
        let Some(schema) = node.get("schema") else { return Body::default() };
        if !matches!(media, Media::Json | Media::Xml) {
            return Body::default();
        }
        let ty = self.lower_model(schema.clone(), status, "Error", names);
        if *media == Media::Json {
            return Body { ty: Some(ty), ..Body::default() };
        }
        let xml = self.xml_body(&schema, &ty);
        Body { ty: xml.is_some().then_some(ty), xml, ..Body::default() }
    }

    /// An inline schema is named after the operation. A second, different one also has its status
    /// in the name.
    fn lower_model(
        &mut self,
        schema: Node<'a>,
        status: Status,
        kind: &str,
        names: &mut Names<'a, '_>,
    ) -> Type {
        let plain = format!("{}{kind}", names.operation);
        let mut given = names.given.iter();
        let same = given
            .find(|(other, name)| *other == schema.value && name.starts_with(&plain))
            .map(|(_, name)| name.clone());
        let name = match same {
            Some(name) => name,
            None if names.given.iter().all(|(_, name)| *name != plain) => plain,
            None => format!("{plain}{status:?}"),
        };
        if !schema.has("$ref") {
            names.given.push((schema.value, name.clone()));
        }
        let schema = self.schema(schema);
        self.lower_schema(&schema, &name)
    }

    /// A call cannot give a stream for one status and another value for another: a stream is
    /// returned before it is read.
    fn check_formats(&mut self, place: &Place, success: &[Response]) {
        let bodies = || success.iter().filter(|it| it.body.is_some());
        let first = bodies().next().map(|it| (&it.body, it.format));
        let is_stream =
            |it: &Response| matches!(it.format, Some(RawFormat::Events | RawFormat::Lines));
        let is_other = |it: &Response| Some((&it.body, it.format)) != first;
        if bodies().any(is_stream) && bodies().any(is_other) {
            self.refuse(
                place,
                "a call that returns a stream for one status and something else for another",
            );
        }
    }

    fn lower_headers(&mut self, response: &Node<'a>, operation: &str) -> Vec<ResponseHeader> {
        let mut headers = Vec::new();
        for (name, header) in response.entries("headers") {
            // The body already has its content type (OpenAPI 3.0.3, "Response Object").
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let Some(header) = self.resolve(header) else { continue };
            let client_name = header.text("x-ms-client-name").map(str::to_owned);
            if let Some(prefix) = header.text("x-ms-header-collection-prefix") {
                headers.push(ResponseHeader {
                    name: prefix.to_owned(),
                    client_name: client_name.or_else(|| Some(name.to_owned())),
                    docs: header.text("description").map(str::to_owned),
                    ty: Type::Map(Box::new(Type::String(None))),
                    place: header.place,
                });
                continue;
            }
            let inline = format!("{operation}{}", heck::AsUpperCamelCase(name));
            let ty = match header.get("schema") {
                Some(schema) => self.lower_header_value(schema, &inline),
                None => Type::String(None),
            };
            headers.push(ResponseHeader {
                name: name.to_owned(),
                client_name,
                docs: header.text("description").map(str::to_owned),
                place: header.place,
                ty,
            });
        }
        headers
    }

    /// The type of a header. Arrays and objects stay strings.
    fn lower_header_value(&mut self, schema: Node<'a>, inline: &str) -> Type {
        let kind = self.resolve(schema.clone()).and_then(|it| it.text("type"));
        match kind {
            Some("string" | "integer" | "number" | "boolean") => {
                let schema = self.schema(schema);
                self.lower_schema(&schema, inline)
            }
            _ => Type::String(None),
        }
    }
}

/// The success of an operation that describes only errors: nothing is known about its body.
fn undescribed_success() -> Response {
    Response {
        status: Status::Class(2),
        docs: None,
        body: None,
        format: None,
        xml: None,
        nullable: false,
        media_type: None,
        others: Vec::new(),
        headers: Vec::new(),
    }
}

/// `None` for `default`, which means success only if no other response does.
fn is_success(it: &Described, method: Method) -> Option<bool> {
    if let Some(is_error) = it.is_error {
        return Some(!is_error);
    }
    match it.status {
        Status::Default => None,
        // HEAD asks whether something exists, so 404 is an answer too.
        Status::Code(404) if method == Method::Head => {
            Some(it.node.entries("content").next().is_none())
        }
        Status::Code(code) => Some((200..400).contains(&code)),
        Status::Class(digit) => Some(matches!(digit, 2 | 3)),
    }
}

fn lower_status(code: &str) -> Option<Status> {
    if code == "default" {
        return Some(Status::Default);
    }
    if let Some(digit) = code.strip_suffix("XX").or(code.strip_suffix("xx")) {
        return digit.parse().ok().filter(|it| (1..6).contains(it)).map(Status::Class);
    }
    code.parse().ok().filter(|it| (100..600).contains(it)).map(Status::Code)
}
