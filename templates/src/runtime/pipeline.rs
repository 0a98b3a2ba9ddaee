//! The endpoint of a client and its `azure_core` pipeline.

use crate::runtime::{
    attempt::{Attempts, carried_out, cause},
    failure::{refused, unexpected_status},
    header, origin,
    task::waking,
    transport::{default_transport, read_whole, reading},
};
use azure_core::{
    Result, Uuid,
    http::{
        ClientOptions, Context, Method, Pipeline, PipelineStreamOptions, RawResponse, Request,
        StatusCode, Url, policies::Policy,
    },
    tracing::{PublicApiInstrumentationInformation, Tracer},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{fmt, iter, sync::Arc};

/// One operation of the API.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The name of the span in traces: `Client.method`.
    pub name: &'static str,
    pub method: Method,
    /// The path, with the names of its arguments in braces.
    pub path: &'static str,
    /// The media type of the request body. `None` without a body.
    pub content_type: Option<&'static str>,
    /// The status codes of success. `2` means all of 2xx, and so does an empty list.
    pub success: &'static [u16],
    /// The wire names and the Rust names of the parameters outside of the path, where they differ.
    pub names: &'static [(&'static str, &'static str)],
}

impl Operation {
    pub fn succeeds_with(&self, status: StatusCode) -> bool {
        let code = u16::from(status);
        match self.success {
            [] => status.is_success(),
            success => success.iter().any(|it| *it == code || *it == code / 100),
        }
    }

    /// The name in Rust of the parameter with this wire name, for errors.
    pub fn rust_name<'a>(&self, wire_name: &'a str) -> &'a str {
        let known = self.names.iter().find(|names| names.0 == wire_name);
        known.map_or(wire_name, |names| names.1)
    }
}

/// The names of the credentials that authorize a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct AuthorizedBy(pub &'static [&'static str]);

/// Marks calls of operations that do not take the `api-version` of the client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WithoutApiVersion;

/// The content type of a JSON body.
pub(crate) const JSON: Option<&str> = Some("application/json");

/// The content type of a JSON merge patch (RFC 7396).
pub(crate) const MERGE_PATCH: Option<&str> = Some("application/merge-patch+json");

/// An endpoint and its pipeline. A client shares them with its subclients.
pub(crate) struct Service {
    endpoint: Url,
    /// The query parameter of every request: `api-version=...`.
    api_version: Option<String>,
    pub pipeline: Pipeline,
    tracer: Option<Arc<dyn Tracer>>,
}

impl Service {
    /// Creates a service. `authorize` runs for each attempt of a request, and sends secrets only
    /// to the origin of the endpoint.
    ///
    /// # Errors
    /// Returns an error if `endpoint` is not the URL of a service, if the application id of `options`
    /// cannot be sent, or if there is no transport. `azure_core` would panic for the last two.
    pub fn new(
        endpoint: &str,
        api_version: Option<&str>,
        authorize: Option<Arc<dyn Policy>>,
        mut options: ClientOptions,
    ) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint(endpoint)?;
        check_application_id(options.user_agent.application_id.as_deref())?;
        options.transport = Some(match options.transport {
            Some(transport) => reading(transport),
            None => default_transport(&endpoint)?,
        });
        let api_version = api_version.map(|version| {
            let mut query = String::new();
            push_pair(&mut query, "api-version", version);
            query
        });
        let name = option_env!("CARGO_PKG_NAME");
        let version = option_env!("CARGO_PKG_VERSION");
        let tracer = options
            .instrumentation
            .tracer_provider
            .as_ref()
            .map(|provider| provider.get_tracer(None, name.unwrap_or("unknown"), version));
        let attempts: Arc<dyn Policy> = Arc::new(Attempts);
        let per_try = iter::once(attempts).chain(authorize).collect();
        let pipeline = Pipeline::new(name, version, options, Vec::new(), per_try, None);
        Ok(Arc::new(Self { endpoint, api_version, pipeline, tracer }))
    }

    pub fn endpoint(&self) -> &Url {
        &self.endpoint
    }

    /// The same service at another URL.
    pub fn moved_to(&self, endpoint: Url) -> Arc<Self> {
        let Self { endpoint: _, api_version, pipeline, tracer } = self;
        let (api_version, tracer) = (api_version.clone(), tracer.clone());
        Arc::new(Self { endpoint, api_version, pipeline: pipeline.clone(), tracer })
    }

    /// Fills in the path parameters, each percent-encoded as one segment. The value of a
    /// `{+parameter}` (RFC 6570, section 3.2.3) is encoded already and may be several segments. That
    /// of a `{*parameter}` is an expansion, and that of a `{?parameter}` one that may be empty.
    pub fn path(&self, template: &str, parameters: &[&str]) -> Result<String> {
        let mut path = String::with_capacity(template.len() + 128);
        path.push_str(self.endpoint.path().trim_end_matches('/'));
        let mut pieces = template.split('{');
        path.push_str(pieces.next().unwrap_or_default());
        for (piece, parameter) in pieces.zip(parameters) {
            let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
            match (name.split_at_checked(1), parameter.is_empty()) {
                // Without segments, the slash before them goes too.
                (Some(("+", _)), true) if rest.starts_with('/') && path.ends_with('/') => {
                    path.pop();
                }
                (Some(("?", _)), true) => {}
                (Some(("+", name)), _) => push_raw_segments(&mut path, name, parameter)?,
                (Some(("*" | "?", name)), _) => push_expansion(&mut path, name, parameter)?,
                _ => push_segment(&mut path, name, parameter)?,
            }
            path.push_str(rest);
        }
        Ok(path)
    }

    /// The URL of the path and the query, with the api-version.
    pub fn url(&self, path: &str, mut query: String, context: &Context<'_>) -> Url {
        let mut url = self.endpoint.clone();
        url.set_path(path);
        if let Some(api_version) = self.api_version(context) {
            if query.is_empty() {
                url.set_query(Some(api_version));
                return url;
            }
            query.push('&');
            query.push_str(api_version);
        }
        url.set_query(Some(&query).filter(|query| !query.is_empty()).map(String::as_str));
        url
    }

    /// The URL of a link in a response. Adds the api-version if the link has none.
    ///
    /// # Errors
    /// Returns an error if the link is not a URL at the origin of the endpoint, or at one that the
    /// context allows.
    pub fn link_url(&self, link: &str, context: &Context<'_>) -> Result<Url> {
        let mut url = Url::parse(link)
            .map_err(|error| refused(format!("the link in the response is not a URL: {error}")))?;
        origin::check(&self.endpoint, &url, context)?;
        if let Some(api_version) = self.api_version(context)
            && !url.query_pairs().any(|(name, _)| name.eq_ignore_ascii_case("api-version"))
        {
            let query = url.query().map(|query| [query, "&", api_version].concat());
            url.set_query(Some(query.as_deref().unwrap_or(api_version)));
        }
        Ok(url)
    }

    /// The pair for the query, unless the operation does not take it.
    fn api_version(&self, context: &Context<'_>) -> Option<&str> {
        let is_taken = context.value::<WithoutApiVersion>().is_none();
        self.api_version.as_deref().filter(|_| is_taken)
    }

    /// Sends a request.
    ///
    /// # Errors
    /// Returns the errors of [`exchange`](Self::exchange), and [`unexpected_status`] for a status that is not
    /// one of success.
    #[allow(dead_code, reason = "streams of bytes are not read here")]
    #[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
    pub fn send(
        &self,
        operation: &'static Operation,
        context: &Context<'_>,
        request: &mut Request,
    ) -> impl Future<Output = Result<RawResponse>> + Send {
        async move {
            let response = self.exchange(context, request).await?;
            match operation.succeeds_with(response.status()) {
                true => Ok(response),
                false => Err(carried_out(unexpected_status(response), context, request)),
            }
        }
    }

    /// Sends a request, and returns the response with any status.
    ///
    /// # Errors
    /// Returns [`cause`] if there is no response.
    #[allow(dead_code, reason = "streams of bytes are not read here")]
    #[expect(clippy::manual_async_fn, reason = "see `PreparedCall`")]
    pub fn exchange(
        &self,
        context: &Context<'_>,
        request: &mut Request,
    ) -> impl Future<Output = Result<RawResponse>> + Send {
        async move {
            // The caller checks the status.
            let options = Some(PipelineStreamOptions { skip_checks: true, ..Default::default() });
            let response = waking(self.pipeline.stream(context, request, options)).await;
            read_whole(response.map_err(cause)?).await
        }
    }

    /// Adds a span for the operation to the context of a call, if the client has a tracer.
    pub fn trace(&self, operation: &'static Operation, context: &mut Context<'_>) {
        if let Some(tracer) = &self.tracer {
            context.insert(PublicApiInstrumentationInformation::new(operation.name, Vec::new()));
            context.insert(tracer.clone());
        }
    }
}

/// `azure_core` puts the id into the `User-Agent` header: at most 24 characters of a token (RFC 9110,
/// section 5.6.2).
fn check_application_id(id: Option<&str>) -> Result<()> {
    match id {
        Some(id) if id.len() > 24 || !id.bytes().all(header::is_token_byte) => Err(refused(
            "user_agent.application_id must have at most 24 characters: letters, digits, or one of \
             !#$%&'*+-.^_`|~",
        )),
        _ => Ok(()),
    }
}

/// Shows the origin of the endpoint. Its path may contain the rest of a connection string.
impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = self.endpoint.origin().ascii_serialization();
        f.debug_struct("Service").field("endpoint", &origin).finish_non_exhaustive()
    }
}

/// A random UUID (version 4).
pub(crate) fn new_uuid() -> String {
    let mut text = Uuid::encode_buffer();
    Uuid::new_v4().hyphenated().encode_lower(&mut text).to_owned()
}

/// Every character but the unreserved ones of RFC 3986.
pub(crate) const SEGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Query parameters of OData start with a dollar sign.
pub(crate) const NAME: &AsciiSet = &SEGMENT.remove(b'$');

/// Appends a value as one segment. URL parsers remove `.` and `..` segments, encoded or not, and an
/// empty segment changes which operation the path names, so these three are errors.
fn push_segment(path: &mut String, name: &str, parameter: &str) -> Result<()> {
    match parameter {
        "" => return Err(refused(format!("{name} is empty"))),
        "." | ".." => {
            return Err(refused(format!("{name} is {parameter:?}, which a URL cannot contain")));
        }
        _ => {}
    }
    push_encoded(path, parameter, SEGMENT);
    Ok(())
}

/// Keeps reserved characters and percent signs.
pub(crate) const RAW_PATH: &AsciiSet =
    &SEGMENT.remove(b'%').remove(b'/').remove(b':').remove(b'@').remove(b'!').remove(b'$');

fn push_raw_segments(path: &mut String, name: &str, parameter: &str) -> Result<()> {
    check_segments(name, parameter)?;
    push_encoded(path, parameter, RAW_PATH);
    Ok(())
}

/// Appends a value that is encoded completely.
fn push_expansion(path: &mut String, name: &str, parameter: &str) -> Result<()> {
    check_segments(name, parameter)?;
    path.push_str(parameter);
    Ok(())
}

/// Checks a value that may be several segments.
fn check_segments(name: &str, parameter: &str) -> Result<()> {
    let is_dots =
        |segment: &str| matches!(&*segment.replace("%2e", ".").replace("%2E", "."), "." | "..");
    if parameter.is_empty() {
        return Err(refused(format!("{name} is empty")));
    }
    if parameter.split(['/', '\\']).any(is_dots) {
        let problem = "has a segment \".\" or \"..\", which a URL cannot contain";
        return Err(refused(format!("{name} {problem}")));
    }
    Ok(())
}

/// Appends `name=value`, encoded.
pub(crate) fn push_pair(query: &mut String, name: &str, value: &str) {
    push_encoded(query, name, NAME);
    query.push('=');
    push_encoded(query, value, SEGMENT);
}

pub(crate) fn push_encoded(text: &mut String, part: &str, set: &'static AsciiSet) {
    text.extend(utf8_percent_encode(part, set));
}
