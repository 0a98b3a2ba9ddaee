//! What stands between a call and the wire: the client's address and its `azure_core` pipeline.

use crate::runtime::failure::{answered, cause, refused};
use crate::runtime::origin;
use azure_core::{
    Result, Uuid,
    http::{
        ClientOptions, Context, Method, Pipeline, PipelineSendOptions, RawResponse, Request,
        StatusCode, Url, policies::Policy,
    },
    tracing::{PublicApiInstrumentationInformation, Tracer},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{
    fmt::{self, Write},
    sync::Arc,
};

/// What the description says of one operation, and is the same for each call of it.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The name of the span in distributed tracing: `Client.method`.
    pub name: &'static str,
    pub method: Method,
    /// The path of the description, with its parameters in braces.
    pub path: &'static str,
    /// The media type of the body; `None` for an operation without one.
    pub content_type: Option<&'static str>,
    /// The statuses of success, and `2` for all of 2xx; empty where any 2xx is.
    pub success: &'static [u16],
}

impl Operation {
    pub fn succeeds_with(&self, status: StatusCode) -> bool {
        let code = u16::from(status);
        match self.success {
            [] => status.is_success(),
            success => success.iter().any(|it| *it == code || *it == code / 100),
        }
    }
}

/// The credentials that authorize a call, by their names.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "most services have the same credentials for all calls")]
pub(crate) struct AuthorizedBy(pub &'static [&'static str]);

/// The content type of a JSON body.
#[allow(dead_code, reason = "not every description has bodies")]
pub(crate) const JSON: Option<&str> = Some("application/json");

/// The content type of a JSON merge patch (RFC 7396).
#[allow(dead_code, reason = "not every description has merge patches")]
pub(crate) const MERGE_PATCH: Option<&str> = Some("application/merge-patch+json");

/// One endpoint and the pipeline to it, shared by a client and the clients made from it.
pub(crate) struct Service {
    endpoint: Url,
    /// `api-version=...`, as each request's query has it.
    api_version: Option<String>,
    pub pipeline: Pipeline,
    tracer: Option<Arc<dyn Tracer>>,
}

impl Service {
    /// `authorize` signs each try of a request; it is what has to know where a secret may go.
    ///
    /// # Errors
    /// When `endpoint` is not the URL of a service.
    pub fn new(
        endpoint: &str,
        api_version: Option<&str>,
        authorize: Option<Arc<dyn Policy>>,
        options: ClientOptions,
    ) -> Result<Arc<Self>> {
        let endpoint = origin::endpoint(endpoint)?;
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
            .map(|provider| provider.get_tracer(name, name.unwrap_or("unknown"), version));
        let per_try = authorize.into_iter().collect();
        let pipeline = Pipeline::new(name, version, options, Vec::new(), per_try, None);
        Ok(Arc::new(Self { endpoint, api_version, pipeline, tracer }))
    }

    #[allow(dead_code, reason = "a client need not tell its endpoint")]
    pub fn endpoint(&self) -> &Url {
        &self.endpoint
    }

    /// The operation's path with the given parameters, each percent-encoded as one segment;
    /// one in `{+braces}` (RFC 6570, section 3.2.3) is encoded already, and may be several.
    pub fn path(&self, template: &str, parameters: &[&str]) -> Result<String> {
        let mut path = String::with_capacity(template.len() + 128);
        path.push_str(self.endpoint.path().trim_end_matches('/'));
        let mut pieces = template.split('{');
        path.push_str(pieces.next().unwrap_or_default());
        for (piece, parameter) in pieces.zip(parameters) {
            let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
            match name.strip_prefix('+') {
                Some(name) => push_raw_segments(&mut path, name, parameter)?,
                None => push_segment(&mut path, name, parameter)?,
            }
            path.push_str(rest);
        }
        Ok(path)
    }

    /// The URL of a path and a query.
    pub fn url(&self, path: &str, mut query: String) -> Url {
        let mut url = self.endpoint.clone();
        url.set_path(path);
        if let Some(api_version) = &self.api_version {
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

    /// The URL of a link that the service gave, as it stands but for an api-version, which is
    /// added if the link has none.
    #[allow(dead_code, reason = "only lists have links")]
    pub fn link(&self, link: &str) -> Result<Url> {
        let mut url = Url::parse(link)
            .map_err(|error| refused(format!("a link of the service is not a URL: {error}")))?;
        origin::check(&self.endpoint, &url)?;
        if let Some(api_version) = &self.api_version
            && !url.query_pairs().any(|(name, _)| name.eq_ignore_ascii_case("api-version"))
        {
            let query = url.query().map(|query| [query, "&", api_version].concat());
            url.set_query(Some(query.as_deref().unwrap_or(api_version)));
        }
        Ok(url)
    }

    /// # Errors
    /// [`cause`] and [`answered`] say which.
    pub async fn send(
        &self,
        operation: &'static Operation,
        context: &Context<'_>,
        request: &mut Request,
    ) -> Result<RawResponse> {
        let response = self.exchange(operation, context, request).await?;
        let success = operation.succeeds_with(response.status());
        if success { Ok(response) } else { Err(answered(response)) }
    }

    /// The response, whatever its status is.
    pub async fn exchange(
        &self,
        operation: &'static Operation,
        context: &Context<'_>,
        request: &mut Request,
    ) -> Result<RawResponse> {
        let traced = self.traced(operation, context);
        let context = traced.as_ref().unwrap_or(context);
        // Whoever asks looks at the status.
        let options = Some(PipelineSendOptions { skip_checks: true, ..Default::default() });
        self.pipeline.send(context, request, options).await.map_err(cause)
    }

    /// The context with a span of the operation in it; `None` where nobody wants one.
    pub fn traced<'a>(
        &self,
        operation: &'static Operation,
        context: &Context<'a>,
    ) -> Option<Context<'a>> {
        let tracer = self.tracer.as_ref()?.clone();
        let span = PublicApiInstrumentationInformation::new(operation.name, Vec::new());
        Some(context.clone().with_value(span).with_value(tracer))
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endpoint = self.endpoint.as_str();
        f.debug_struct("Service").field("endpoint", &endpoint).finish_non_exhaustive()
    }
}

/// A random (version 4) UUID as text.
pub(crate) fn new_uuid() -> String {
    let mut text = Uuid::encode_buffer();
    Uuid::new_v4().hyphenated().encode_lower(&mut text).to_owned()
}

/// All but the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A name in a query may have a dollar sign, as OData's have.
pub(crate) const NAME: &AsciiSet = &SEGMENT.remove(b'$');

/// A URL parser takes `.` and `..` out of a path, however they are encoded, and an empty segment
/// makes another operation's path: none of the three can be sent.
fn push_segment(path: &mut String, name: &str, parameter: &str) -> Result<()> {
    if matches!(parameter, "" | "." | "..") {
        return Err(refused(format!("{parameter:?} cannot be sent as {name}")));
    }
    push_encoded(path, parameter, SEGMENT);
    Ok(())
}

/// What is reserved or encoded already stays as it is.
pub(crate) const RAW_PATH: &AsciiSet =
    &SEGMENT.remove(b'%').remove(b'/').remove(b':').remove(b'@').remove(b'!').remove(b'$');

#[allow(dead_code, reason = "most values in paths are encoded")]
fn push_raw_segments(path: &mut String, name: &str, parameter: &str) -> Result<()> {
    let is_dots =
        |segment: &str| matches!(&*segment.replace("%2e", ".").replace("%2E", "."), "." | "..");
    if parameter.is_empty() || parameter.split(['/', '\\']).any(is_dots) {
        return Err(refused(format!("{parameter:?} cannot be sent as {name}")));
    }
    push_encoded(path, parameter, RAW_PATH);
    Ok(())
}

/// `name=value` for a query.
pub(crate) fn push_pair(query: &mut String, name: &str, value: &str) {
    push_encoded(query, name, NAME);
    query.push('=');
    push_encoded(query, value, SEGMENT);
}

pub(crate) fn push_encoded(text: &mut String, part: &str, set: &'static AsciiSet) {
    write!(text, "{}", utf8_percent_encode(part, set)).expect("a String takes all");
}
