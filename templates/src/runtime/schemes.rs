//! Several credentials. Each call needs some of them, or none.

use crate::runtime::pipeline::AuthorizedBy;
use async_trait::async_trait;
use azure_core::http::{
    Context, Request,
    policies::{Policy, PolicyResult},
};
use std::sync::Arc;

/// The authorizing policies, by the names of their credentials.
#[derive(Debug)]
pub(crate) struct Schemes(Vec<(&'static str, Arc<dyn Policy>)>);

impl Schemes {
    pub fn new<const N: usize>(policies: [(&'static str, Arc<dyn Policy>); N]) -> Arc<Self> {
        Arc::new(Self(policies.into()))
    }
}

/// Authorizes a call with the credentials that its context names. Without such a value in the
/// context, uses all of them.
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
