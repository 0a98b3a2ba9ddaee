//! Credentials: the arguments of a client's constructor, and the policy that they become.

use super::imports::{Imports, ident};
use crate::model::{
    package::{Alternative, Constructor, Credential, CredentialKind},
    wire::ParameterLocation,
};
use proc_macro2::TokenStream;
use quote::quote;

/// The arguments of the constructor.
pub fn arguments(imports: &Imports, credentials: &[Credential]) -> TokenStream {
    let arguments = credentials.iter().map(|it| argument(imports, it));
    quote!(#(#arguments)*)
}

/// The policy that authorizes requests, if they are authorized.
pub fn policy(imports: &Imports, constructor: &Constructor) -> Option<TokenStream> {
    let Constructor { credentials, by_scheme, .. } = constructor;
    let name = |it: &Credential| by_scheme.then(|| it.argument.clone());
    (!credentials.is_empty()).then(|| joined(imports, credentials, name))
}

/// The policy of other credentials, which authorizes the same calls.
pub fn alternative_policy(imports: &Imports, it: &Alternative) -> TokenStream {
    joined(imports, &it.credentials, |_| it.scheme.clone())
}

/// The policy of all these credentials. Those with a name authorize the calls that mention it.
fn joined(
    imports: &Imports,
    credentials: &[Credential],
    name: impl Fn(&Credential) -> Option<String>,
) -> TokenStream {
    let policies = credentials.iter().map(|it| credential_policy(imports, it));
    let names: Option<Vec<String>> = credentials.iter().map(name).collect();
    match names {
        Some(names) => {
            let schemes = imports.item("crate::runtime::schemes", "Schemes");
            quote!(#schemes::new([#((#names, #policies)),*]))
        }
        None => quote!(#(#policies)*),
    }
}

fn argument(imports: &Imports, credential: &Credential) -> TokenStream {
    let name = ident(&credential.argument);
    match credential.kind {
        CredentialKind::Token { .. } => {
            let arc = imports.item("std::sync", "Arc");
            let credential = imports.item("azure_core::credentials", "TokenCredential");
            quote!(#name: #arc<dyn #credential>,)
        }
        CredentialKind::Key { .. } | CredentialKind::Scheme(_) => {
            let secret = imports.item("azure_core::credentials", "Secret");
            quote!(#name: impl Into<#secret>,)
        }
        CredentialKind::Basic => {
            let secret = imports.item("azure_core::credentials", "Secret");
            quote!(#name: &str, password: impl Into<#secret>,)
        }
    }
}

/// The policy of one credential. It returns early if the endpoint is wrong.
fn credential_policy(imports: &Imports, credential: &Credential) -> TokenStream {
    let argument = ident(&credential.argument);
    match &credential.kind {
        CredentialKind::Token { scopes } => {
            let bearer = imports.item("crate::runtime::bearer", "Bearer");
            quote!(#bearer::new(endpoint, #argument, &[#(#scopes),*])?)
        }
        CredentialKind::Key { location, name } => {
            let api_key = imports.item("crate::runtime::api_key", "ApiKey");
            let place = ident(match location {
                ParameterLocation::Query => "query",
                ParameterLocation::Cookie => "cookie",
                _ => "header",
            });
            quote!(#api_key::#place(endpoint, #name, &#argument.into())?)
        }
        CredentialKind::Scheme(scheme) => {
            let api_key = imports.item("crate::runtime::api_key", "ApiKey");
            quote!(#api_key::scheme(endpoint, #scheme, &#argument.into())?)
        }
        CredentialKind::Basic => {
            let api_key = imports.item("crate::runtime::api_key", "ApiKey");
            quote!(#api_key::basic(endpoint, #argument, &password.into())?)
        }
    }
}
