//! What credentials mean for the constructor of a client.

use super::imports::{Imports, ident};
use crate::model::{
    package::{Credential, CredentialKind},
    wire::ParameterLocation,
};
use proc_macro2::TokenStream;
use quote::quote;

/// What credentials mean for a constructor.
pub struct Authorization {
    pub arguments: TokenStream,
    /// The policy that authorizes requests; it may return early with an error.
    pub policy: Option<TokenStream>,
    pub docs: String,
    pub errors: &'static str,
}

/// What these credentials mean; each call names those that authorize it if they are `selective`.
pub fn authorization(
    imports: &Imports,
    credentials: &[Credential],
    selective: bool,
) -> Authorization {
    let arguments = credentials.iter().map(|it| argument(imports, it));
    let arguments = quote!(#(#arguments)*);
    let policy = match credentials {
        [] => None,
        [only] if !selective => Some(policy(imports, only)),
        several => {
            let schemes = imports.item("crate::runtime::schemes", "Schemes");
            let policies = several.iter().map(|it| {
                let (name, policy) = (&it.argument, policy(imports, it));
                quote!((#name, #policy))
            });
            Some(quote!(#schemes::new([#(#policies),*])))
        }
    };
    let words: Vec<String> = credentials.iter().map(words).collect();
    let verb = match credentials {
        [one] if !matches!(one.kind, CredentialKind::Key { .. }) => "authorize",
        [_] => "authorizes",
        _ => "authorize",
    };
    let docs = match words.is_empty() {
        true => String::new(),
        false => format!("; {} {verb} its requests", words.join(" and ")),
    };
    let errors = match credentials {
        [] => "When `endpoint` is not a URL of `http` or `https`.",
        _ => {
            "When `endpoint` is not a URL, or is neither `https` nor `http` to a loopback address."
        }
    };
    Authorization { arguments, policy, docs, errors }
}

fn argument(imports: &Imports, credential: &Credential) -> TokenStream {
    let name = ident(&credential.argument);
    match credential.kind {
        CredentialKind::Token { .. } => {
            let arc = imports.item("std::sync", "Arc");
            let credential = imports.item("azure_core::credentials", "TokenCredential");
            quote!(#name: #arc<dyn #credential>,)
        }
        CredentialKind::Key { .. } => {
            let secret = imports.item("azure_core::credentials", "Secret");
            quote!(#name: impl Into<#secret>,)
        }
        CredentialKind::Basic => {
            let secret = imports.item("azure_core::credentials", "Secret");
            quote!(#name: &str, password: impl Into<#secret>,)
        }
    }
}

/// The policy that a credential becomes.
fn policy(imports: &Imports, credential: &Credential) -> TokenStream {
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
        CredentialKind::Basic => {
            let api_key = imports.item("crate::runtime::api_key", "ApiKey");
            quote!(#api_key::basic(endpoint, #argument, &password.into())?)
        }
    }
}

fn words(credential: &Credential) -> String {
    let name = &credential.argument;
    match credential.kind {
        CredentialKind::Token { .. } => format!("the tokens of `{name}`"),
        CredentialKind::Key { .. } => format!("`{name}`"),
        CredentialKind::Basic => format!("`{name}` and `password`"),
    }
}
