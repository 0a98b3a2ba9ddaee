//! The file of a client: the client, then its calls.

use super::{
    authorization, calls,
    docs::docs,
    imports::{Imports, ident},
    lints::allowed,
};
use crate::model::package::{Child, Client, Constructor, HeldParameter, Origin, Visibility};
use proc_macro2::TokenStream;
use quote::quote;

const WITH_POLICY: &str = "A client of the service at `endpoint` whose requests `authorize` \
authorizes. This policy of your own runs on each attempt, and must check where the request goes.

# Errors
Fails if `endpoint` is not a URL of `http` or `https`.";

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
    let endpoint = new.is_some().then(|| {
        let url = imports.item("azure_core::http", "Url");
        quote! {
            /// The endpoint.
            pub fn endpoint(&self) -> &#url {
                self.service.endpoint()
            }
        }
    });
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
            #endpoint
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
            quote!(#default pub api_version: String,),
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
    let derived = versions.is_none().then(|| quote!(Default,));
    let (field, default) = versions.unzip();
    quote! {
        #text
        #[derive(Clone, Debug, #derived)]
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
    let options = ident(&it.options);
    let service = imports.item("crate::runtime::pipeline", "Service");
    let result = imports.item("azure_core", "Result");
    let arguments = authorization::arguments(imports, it);
    let policy = authorization::policy(imports, it);
    let (text, lints) = (docs(&it.docs), allowed(&it.lints));
    let authorize = policy.as_ref().map(|policy| quote!(let authorize = #policy;));
    let given = if policy.is_some() { quote!(Some(authorize)) } else { quote!(None) };
    let version = match it.api_version {
        Some(_) => quote!(Some(&options.api_version)),
        None => quote!(None),
    };
    let default_endpoint = it.default_endpoint.as_ref().map(|url| {
        quote! {
            /// The endpoint in the description.
            pub const DEFAULT_ENDPOINT: &'static str = #url;
        }
    });
    let policy_given = policy.is_some();
    let service_of = |authorize: TokenStream| quote!(#service::new(endpoint, #version, #authorize, options.client_options)?);
    let (service, shared_service) = (service_of(given), service_of(quote!(Some(authorize))));
    let new = |visibility: TokenStream, name: &str, argument: TokenStream, body: TokenStream| {
        let name = ident(name);
        quote! {
            #visibility fn #name(
                endpoint: &str, #argument options: Option<#options>
            ) -> #result<Self> { #body }
        }
    };
    if let Some(visibility) = it.with_policy {
        let (arc, policy) = (imports.item("std::sync", "Arc"), "azure_core::http::policies");
        let policy = imports.item(policy, "Policy");
        let shared = quote! {
            let options = options.unwrap_or_default();
            let service = #shared_service;
            Ok(Self { service })
        };
        let public = match policy_given {
            true => quote! {
                #authorize
                Self::with_policy(endpoint, authorize, options)
            },
            false => quote! {
                let options = options.unwrap_or_default();
                let service = #service;
                Ok(Self { service })
            },
        };
        let new_public = new(quote!(pub), "new", arguments, public);
        let authorize = quote!(authorize: #arc<dyn #policy>,);
        let (shown, text_of_shared) = match visibility {
            Visibility::Extensions => {
                (quote!(pub(super)), docs("A client whose requests a policy authorizes."))
            }
            Visibility::Users => (quote!(pub), docs(WITH_POLICY)),
        };
        let new_shared = new(shown, "with_policy", authorize, shared);
        return quote! {
            #default_endpoint

            #text
            #lints
            #new_public

            #text_of_shared
            #new_shared
        };
    }
    let body = quote! {
        let options = options.unwrap_or_default();
        #authorize
        let service = #service;
        Ok(Self { service })
    };
    let new = new(quote!(pub), "new", arguments, body);
    quote! {
        #default_endpoint

        #text
        #lints
        #new
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

/// The method that creates a child: a client that shares this one's pipeline.
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
