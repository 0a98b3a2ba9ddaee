//! The policy for bodies in XML.

use crate::runtime::{
    transport::read_whole,
    xml::{
        read::to_json,
        shape::{Bodies, Shape},
        write::to_xml,
    },
};
use async_trait::async_trait;
use azure_core::{
    Bytes, Result,
    http::{
        AsyncRawResponse, Body, Context, RawResponse, Request, StatusCode,
        policies::{Policy, PolicyResult},
    },
};
use std::sync::Arc;

/// Lets models be JSON everywhere but in requests and responses: translates the bodies of a call
/// that has [`Bodies`] in its context. The policy that authorizes requests comes after it, because
/// it may sign the body.
pub(crate) fn translated(authorize: Option<Arc<dyn Policy>>) -> Option<Arc<dyn Policy>> {
    Some(Arc::new(Translated { authorize }))
}

#[derive(Debug)]
struct Translated {
    authorize: Option<Arc<dyn Policy>>,
}

#[async_trait]
impl Policy for Translated {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let policies: Vec<_> = self.authorize.iter().chain(next).cloned().collect();
        let Some(bodies) = context.value::<&Bodies>() else {
            return policies[0].send(context, request, &policies[1..]).await;
        };
        translate_request(bodies, request)?;
        let response = policies[0].send(context, request, &policies[1..]).await?;
        translate_response(bodies, read_whole(response).await?)
    }
}

/// An earlier attempt may have translated the body already. Then it is not JSON, and stays as it is.
fn translate_request(bodies: &Bodies, request: &mut Request) -> Result<()> {
    let (Some(root), Body::Bytes(body)) = (&bodies.request, request.body()) else { return Ok(()) };
    if let Ok(json) = serde_json::from_slice(body) {
        let xml = to_xml(&json, root)?;
        request.set_body(xml);
    }
    Ok(())
}

/// A body that is not XML stays as it is: services report some errors in JSON. If it should be XML,
/// the call cannot decode it.
fn translate_response(bodies: &Bodies, response: RawResponse) -> PolicyResult {
    let (status, headers, body) = response.deconstruct();
    let shape = shape(bodies, status);
    let json = shape.and_then(|shape| to_json(std::str::from_utf8(&body).ok()?, shape));
    let body: Bytes = json.map_or_else(|| body.into(), |json| json.to_string().into());
    Ok(AsyncRawResponse::from_bytes(status, headers, body))
}

fn shape(bodies: &Bodies, status: StatusCode) -> Option<Shape> {
    let code = u16::from(status);
    let of = |wanted: u16| bodies.responses.iter().find(|it| it.0 == wanted);
    of(code).or_else(|| of(code / 100)).or_else(|| of(0)).map(|it| it.1)
}
