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
    let policies = constructor.credentials.iter().map(|it| (it, credential_policy(imports, it)));
    if constructor.by_scheme {
        let schemes = imports.item("crate::runtime::schemes", "Schemes");
        let policies = policies.map(|(it, policy)| {
            let name = &it.argument;
            quote!((#name, #policy))
        });
        return Some(quote!(#schemes::new([#(#policies),*])));
    }
    policies.map(|(_, policy)| policy).next()
}

/// The policy of other credentials, which authorizes the same calls.
pub fn alternative_policy(imports: &Imports, it: &Alternative) -> TokenStream {
    let policies = it.credentials.iter().map(|it| credential_policy(imports, it));
    match &it.scheme {
        Some(scheme) => {
            let schemes = imports.item("crate::runtime::schemes", "Schemes");
            quote!(#schemes::new([#((#scheme, #policies)),*]))
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
