//! The file of a client: the client, then its calls.

use super::{
    authorization, calls,
    docs::docs,
    imports::{Imports, ident},
    lints::allowed,
};
use crate::model::package::{
    Alternative, Child, Client, Constructor, HeldParameter, Origin, Visibility,
};
use proc_macro2::TokenStream;
use quote::quote;

const WITH_POLICY: &str = "\
Creates a client of the service at `endpoint` with a policy that authorizes its requests. The \
policy runs on each attempt, and must check the URL of the request before it adds a secret.

# Errors
Returns an error if `endpoint` is not an `http` or `https` URL.";

/// The file of a client of this module.
pub fn client(imports: &Imports, client: &Client) -> TokenStream {
    let name = ident(&client.name);
    let text = docs(&client.docs);
    let arc = imports.item("std::sync", "Arc");
    let service = imports.item("crate::runtime::pipeline", "Service");
    let visibility = match client.origin {
        Origin::New(_) => quote!(),
        Origin::Parent => quote!(pub(super)),
    };
    let held = client.held.iter().map(|it| {
        let name = ident(&it.name);
        quote!(#visibility #name: #arc<str>,)
    });
    let new = match &client.origin {
        Origin::New(it) => Some(constructor(imports, it)),
        Origin::Parent => None,
    };
    let options = match &client.origin {
        Origin::New(it) => Some(options(imports, &client.name, it)),
        Origin::Parent => None,
    };
    let getters = client.held.iter().map(getter);
    let children = client.children.iter().map(|child| child_method(imports, child));
    let methods = client.calls.iter().map(|call| calls::method(imports, call));
    let builders: Vec<TokenStream> =
        client.calls.iter().map(|call| calls::items(imports, &client.name, call)).collect();
    let url = imports.item("azure_core::http", "Url");
    let items = quote! {
        #text
        #[derive(Clone, Debug)]
        pub struct #name {
            #visibility service: #arc<#service>,
            #(#held)*
        }

        #options

        impl #name {
            #new

            /// The endpoint.
            pub fn endpoint(&self) -> &#url {
                self.service.endpoint()
            }

            #(#getters)*
            #(#children)*
            #(#methods)*
        }

        #(#builders)*
    };
    let uses = imports.uses();
    quote!(#uses #items)
}

fn options(imports: &Imports, client: &str, it: &Constructor) -> TokenStream {
    let name = ident(&it.options);
    let text = docs(&format!("Options of [`{client}::new`]."));
    let client_options = imports.item("azure_core::http", "ClientOptions");
    let versions = it.api_version.as_ref().map(|version| {
        let default = docs(&format!("The version of the REST API, `{version}` by default."));
        (
            quote!(#default #[safe(true)] pub api_version: String,),
            quote! {
                impl Default for #name {
                    fn default() -> Self {
                        Self {
                            api_version: #version.to_owned(),
                            client_options: #client_options::default(),
                        }
                    }
                }
            },
        )
    });
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let derived = versions.is_none().then(|| quote!(Default,));
    let (field, default) = versions.unzip();
    quote! {
        #text
        #[derive(Clone, #debug, #derived)]
        #[non_exhaustive]
        pub struct #name {
            #field
            /// Retries, transport, logging, tracing, and policies of your own.
            pub client_options: #client_options,
        }

        #default
    }
}

fn constructor(imports: &Imports, it: &Constructor) -> TokenStream {
    let default_endpoint = it.default_endpoint.as_ref().map(|url| {
        quote! {
            /// The endpoint in the description.
            pub const DEFAULT_ENDPOINT: &'static str = #url;
        }
    });
    let (text, lints) = (docs(&it.docs), allowed(&it.lints));
    let signature =
        signature(imports, it, "new", &authorization::arguments(imports, &it.credentials));
    let body = match authorization::policy(imports, it) {
        Some(policy) => authorized(imports, it, &policy),
        None => create(imports, it, &quote!(None)),
    };
    let alternatives = it.alternatives.iter().map(|other| alternative(imports, it, other));
    let with_policy = it.with_policy.map(|visibility| with_policy(imports, it, visibility));
    quote! {
        #default_endpoint

        #text
        #lints
        pub #signature { #body }

        #(#alternatives)*

        #with_policy
    }
}

/// A constructor with other credentials.
fn alternative(imports: &Imports, it: &Constructor, other: &Alternative) -> TokenStream {
    let (text, lints) = (docs(&other.docs), allowed(&other.lints));
    let arguments = authorization::arguments(imports, &other.credentials);
    let signature = signature(imports, it, &other.method, &arguments);
    let body = authorized(imports, it, &authorization::alternative_policy(imports, other));
    quote! {
        #text
        #lints
        pub #signature { #body }
    }
}

/// The statements that create a client with a policy that authorizes its requests.
fn authorized(imports: &Imports, it: &Constructor, policy: &TokenStream) -> TokenStream {
    let create = match it.with_policy {
        Some(_) => quote!(Self::with_policy(endpoint, authorize, options)),
        None => create(imports, it, &quote!(Some(authorize))),
    };
    quote! {
        let authorize = #policy;
        #create
    }
}

/// The constructor that takes a policy.
fn with_policy(imports: &Imports, it: &Constructor, visibility: Visibility) -> TokenStream {
    let (visibility, text) = match visibility {
        Visibility::Extensions => (
            quote!(pub(super)),
            docs("Creates a client with a policy that authorizes its requests."),
        ),
        Visibility::Users => (quote!(pub), docs(WITH_POLICY)),
    };
    let arc = imports.item("std::sync", "Arc");
    let policy = imports.item("azure_core::http::policies", "Policy");
    let signature = signature(imports, it, "with_policy", &quote!(authorize: #arc<dyn #policy>,));
    let body = create(imports, it, &quote!(Some(authorize)));
    quote! {
        #text
        #visibility #signature { #body }
    }
}

fn signature(
    imports: &Imports,
    it: &Constructor,
    name: &str,
    credentials: &TokenStream,
) -> TokenStream {
    let (name, options) = (ident(name), ident(&it.options));
    let result = imports.item("azure_core", "Result");
    quote!(fn #name(endpoint: &str, #credentials options: Option<#options>) -> #result<Self>)
}

/// The statements that create the client.
fn create(imports: &Imports, it: &Constructor, authorize: &TokenStream) -> TokenStream {
    let service = imports.item("crate::runtime::pipeline", "Service");
    let translated = it.has_xml.then(|| {
        let translated = imports.item("crate::runtime::xml::policy", "translated");
        quote!(#translated(#authorize))
    });
    let authorize = translated.as_ref().unwrap_or(authorize);
    let version = match it.api_version {
        Some(_) => quote!(Some(&options.api_version)),
        None => quote!(None),
    };
    let client_options = match &it.namespace {
        Some(namespace) => {
            let in_namespace = imports.item("crate::runtime::namespace", "in_namespace");
            quote!(#in_namespace(#namespace, options.client_options))
        }
        None => quote!(options.client_options),
    };
    quote! {
        let options = options.unwrap_or_default();
        let service = #service::new(endpoint, #version, #authorize, #client_options)?;
        Ok(Self { service })
    }
}

fn getter(held: &HeldParameter) -> TokenStream {
    let name = ident(&held.name);
    let text = docs(&held.docs);
    quote! {
        #text
        pub fn #name(&self) -> &str {
            &self.#name
        }
    }
}

/// The method that creates a client with the same pipeline.
fn child_method(imports: &Imports, child: &Child) -> TokenStream {
    let method = ident(&child.method);
    let client = imports.item(&imports.root(), &child.client);
    let text = docs(&child.docs);
    let names: Vec<_> = child.held.iter().map(|held| ident(&held.name)).collect();
    quote! {
        #text
        pub fn #method(&self, #(#names: impl AsRef<str>),*) -> #client {
            #client { service: self.service.clone(), #(#names: #names.as_ref().into()),* }
        }
    }
}
