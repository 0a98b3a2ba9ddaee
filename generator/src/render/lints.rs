//! Exemptions from lints.

use super::imports::ident;
use crate::model::package::Lint;
use proc_macro2::TokenStream;
use quote::quote;

/// The `allow` attribute with these lints. It is not `expect`, because other versions and settings
/// of clippy have other limits.
pub fn allowed(lints: &[Lint]) -> Option<TokenStream> {
    let names = lints.iter().map(|it| {
        ident(match it {
            Lint::ShouldImplementTrait => "should_implement_trait",
            Lint::TooManyArguments => "too_many_arguments",
            Lint::TypeComplexity => "type_complexity",
        })
    });
    (!lints.is_empty())
        .then(|| quote!(#[allow(#(clippy::#names,)* reason = "the description decides")]))
}
