//! Several credentials, of which each call needs some, or none.

use crate::runtime::pipeline::AuthorizedBy;
use async_trait::async_trait;
use azure_core::http::{
    Context, Request,
    policies::{Policy, PolicyResult},
};
use std::sync::Arc;

/// Policies that authorize, each under the name of its credential.
#[derive(Debug)]
pub(crate) struct Schemes(Vec<(&'static str, Arc<dyn Policy>)>);

impl Schemes {
    pub fn new<const N: usize>(policies: [(&'static str, Arc<dyn Policy>); N]) -> Arc<Self> {
        Arc::new(Self(policies.into()))
    }
}

/// Those that the call names authorize it; all of them, if it names none.
#[async_trait]
impl Policy for Schemes {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let named = context.value::<AuthorizedBy>();
        let wanted = self.0.iter().filter(|it| named.is_none_or(|named| named.0.contains(&it.0)));
        let policies: Vec<_> = wanted.map(|it| &it.1).chain(next).cloned().collect();
        policies[0].send(context, request, &policies[1..]).await
    }
}
