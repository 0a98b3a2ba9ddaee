//! Builders: the structs that the methods of clients return, with what sends a call.

use super::{
    docs::docs,
    imports::{Imports, ident},
    lints::allowed,
    lists,
    outcomes::output,
    parameters::translation,
};
use crate::model::package::{BuilderMethod, Call, FinalState, OtherOutput, Output, StreamFormat};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The builder with these setters.
pub fn builder(
    imports: &Imports,
    client: &str,
    call: &Call,
    body: Option<TokenStream>,
    setters: &[TokenStream],
) -> TokenStream {
    let name = ident(&call.name);
    let link = docs(&format!("A call of [`{client}::{}`].", call.method));
    let inner = match around(imports, &call.output) {
        Some(around) => around,
        None => imports.item("crate::runtime::call", "Call"),
    };
    let body = body.map(|body| quote!(<#body>));
    let must_use = match &call.output {
        Output::List(_) => "a call does nothing until its pages or items are polled",
        _ => "a call does nothing until it is awaited",
    };
    let methods = call.builder_methods.iter().map(|it| method(imports, call, *it));
    let others = call.others.iter().map(|it| other(imports, it));
    let into_future = into_future(imports, call, &name);
    let lints = allowed(&call.builder_lints);
    quote! {
        #link
        #[derive(Clone, Debug)]
        #[must_use = #must_use]
        pub struct #name(#inner #body);

        #lints
        impl #name {
            #(#setters)*
            #(#methods)*
            #(#others)*
        }

        #into_future
    }
}

/// The type around the call in its builder, if there is one.
pub fn around(imports: &Imports, output: &Output) -> Option<TokenStream> {
    match output {
        Output::List(list) => Some(lists::around(imports, list)),
        Output::LongRunning { .. } => Some(imports.item("crate::runtime::poller", "LongRunning")),
        _ => None,
    }
}

/// The call in the builder.
pub fn inner(output: &Output) -> TokenStream {
    match output {
        Output::List(list) => lists::inner(list),
        Output::LongRunning { .. } => quote!(self.0.call),
        _ => quote!(self.0),
    }
}

fn method(imports: &Imports, call: &Call, method: BuilderMethod) -> TokenStream {
    let inner = inner(&call.output);
    match method {
        BuilderMethod::AllowDuplicates => quote! {
            /// Allows sending the call [more than once](super::calls#duplicates).
            pub fn allow_duplicates(mut self) -> Self {
                #inner.allow_duplicates();
                self
            }
        },
        BuilderMethod::AllowLinksTo => quote! {
            /// Follows [links](super::calls#links) to this origin too.
            pub fn allow_links_to(mut self, origin: impl AsRef<str>) -> Self {
                #inner.allow_links_to(origin.as_ref());
                self
            }
        },
        BuilderMethod::Context => {
            let context = imports.item("azure_core::http", "Context");
            let translation = translation(imports, call, &inner);
            quote! {
                /// Sets the context, which policies can read.
                pub fn context(mut self, context: #context<'_>) -> Self {
                    #inner.context(context);
                    #translation
                    self
                }
            }
        }
        BuilderMethod::Prefetch => quote! {
            /// Requests the next page while you use the items of the current one.
            pub fn prefetch(mut self) -> Self {
                self.0.prefetch();
                self
            }
        },
        BuilderMethod::PollEvery => {
            let duration = imports.item("azure_core::time", "Duration");
            quote! {
                /// Sets the time between two requests for the status, unless the service sets it:
                /// 30 seconds by default, and at least one.
                pub fn poll_every(mut self, interval: #duration) -> Self {
                    self.0.poll_every(interval);
                    self
                }
            }
        }
        BuilderMethod::Items => stream(imports, call, false),
        BuilderMethod::Pages => stream(imports, call, true),
        BuilderMethod::Poller => poller(imports, call),
        BuilderMethod::Response => response(imports, call),
        BuilderMethod::Resume => resume(imports, call),
        BuilderMethod::ResumePoller => {
            let continuation = imports.item("crate::runtime::long_running", "PollContinuation");
            quote! {
                /// Waits for the end of an operation that an earlier poller began, and lists its
                /// result. Ignores the arguments of this call.
                pub fn resume_poller(mut self, from: #continuation) -> Self {
                    self.0.resume_poller(from);
                    self
                }
            }
        }
        BuilderMethod::Send => send(imports, call),
        BuilderMethod::Server => {
            imports.methods_of("crate::runtime::server", "OwnServer");
            let template = call.server.iter().map(|it| &it.template);
            let text = docs(&format!(
                "Sends the call, with the credentials of the client, to this server instead of \
                 `{}`.",
                template.cloned().collect::<String>()
            ));
            quote! {
                #text
                pub fn server(mut self, url: impl AsRef<str>) -> Self {
                    #inner.server(url.as_ref());
                    self
                }
            }
        }
        BuilderMethod::WithResponse => with_response(imports, call),
    }
}

fn stream(imports: &Imports, call: &Call, by_page: bool) -> TokenStream {
    match &call.output {
        Output::List(list) => lists::stream(imports, list, by_page),
        _ => quote!(),
    }
}

fn resume(imports: &Imports, call: &Call) -> TokenStream {
    let (continuation, text) = match &call.output {
        Output::LongRunning { .. } => (
            imports.item("crate::runtime::long_running", "PollContinuation"),
            "Watches the operation of an earlier poller, and ignores the arguments of this call.",
        ),
        _ => (
            imports.item("crate::runtime::continuation", "Continuation"),
            "Continues an earlier list at this position, with the query parameters of that list.",
        ),
    };
    let text = docs(text);
    quote! {
        #text
        pub fn resume(mut self, from: #continuation) -> Self {
            self.0.resume(from);
            self
        }
    }
}

fn poller(imports: &Imports, call: &Call) -> TokenStream {
    let poller = imports.item("crate::runtime::poller", "Poller");
    let (result, state) = match &call.output {
        Output::LongRunning { final_state, .. } => {
            (formatted(imports, &call.output), Some(self::final_state(imports, *final_state)))
        }
        Output::List(list) => match &list.begun {
            Some(begun) => (imports.ty(&begun.page), None),
            None => return quote!(),
        },
        _ => return quote!(),
    };
    quote! {
        /// Returns the operation as a stream of its progress. Awaited, it resolves to the response
        /// with the result.
        pub fn poller(self) -> #poller<#result> {
            self.0.poller(#state)
        }
    }
}

/// The place of the result.
pub fn final_state(imports: &Imports, state: FinalState) -> TokenStream {
    let ty = imports.item("crate::runtime::long_running", "FinalState");
    let variant = ident(match state {
        FinalState::Unspecified => "Unspecified",
        FinalState::Status => "Status",
        FinalState::StatusResult => "StatusResult",
        FinalState::Location => "Location",
        FinalState::OriginalUri => "OriginalUri",
        FinalState::Nothing => "Nothing",
    });
    quote!(#ty::#variant)
}

fn send(imports: &Imports, call: &Call) -> TokenStream {
    let (boxed, result) =
        (imports.item("futures::future", "BoxFuture"), imports.item("azure_core", "Result"));
    let ty = output(imports, &call.output).0;
    quote! {
        /// Returns the future of this call, for functions that need one, such as `tokio::spawn`. It
        /// sends nothing until it is polled.
        pub fn send(self) -> #boxed<'static, #result<#ty>> {
            self.into_future()
        }
    }
}

fn response(imports: &Imports, call: &Call) -> TokenStream {
    let result = imports.item("azure_core", "Result");
    if let Output::Bytes | Output::Stream { .. } = call.output {
        let response = imports.item("azure_core::http", "AsyncResponse");
        let open = imports.function("download", "open");
        return quote! {
            /// Sends the call and returns the [whole response](super::calls#responses).
            pub async fn response(self) -> #result<#response> {
                #open(self.0.prepare()).await.map(Into::into)
            }
        };
    }
    let response = imports.item("azure_core::http", "Response");
    let (model, response_of) =
        (formatted(imports, &call.output), imports.function("call", "response"));
    quote! {
        /// Sends the call and returns the [whole response](super::calls#responses).
        pub async fn response(self) -> #result<#response<#model>> {
            #response_of(self.0.prepare()).await
        }
    }
}

fn with_response(imports: &Imports, call: &Call) -> TokenStream {
    let result = imports.item("azure_core", "Result");
    let response = imports.item("azure_core::http", "Response");
    let with_response = imports.function("call", "with_response");
    let (model, read) = output(imports, &call.output);
    let formatted = formatted(imports, &call.output);
    let read = read.unwrap_or_else(|| imports.function("call", "json_body"));
    quote! {
        /// Sends the call and returns its result and the [whole response](super::calls#responses).
        pub async fn with_response(self) -> #result<(#model, #response<#formatted>)> {
            #with_response(self.0.prepare(), #read).await
        }
    }
}

/// The type of the result and its format, unless that is JSON, as parameters of `Response`.
fn formatted(imports: &Imports, it: &Output) -> TokenStream {
    let (model, read) = output(imports, it);
    let is_json = match it {
        Output::Nothing | Output::LongRunning { result: None, .. } => false,
        _ => read.is_none(),
    };
    if is_json {
        return model;
    }
    let format = imports.item("azure_core::http", "NoFormat");
    quote!(#model, #format)
}

/// The method that asks for another body than the one which the awaited call gives.
fn other(imports: &Imports, it: &OtherOutput) -> TokenStream {
    let name = ident(it.method);
    let types: Vec<_> = it.media_types.iter().map(|it| format!("`{it}`")).collect();
    let text = docs(&format!("Sends the call and asks for {}.", types.join(" or ")));
    let (ty, result) = (output(imports, &it.output).0, imports.item("azure_core", "Result"));
    let opened = opened(imports, &it.output);
    let accept = it.media_types.join(", ");
    quote! {
        #text
        pub async fn #name(mut self) -> #result<#ty> {
            self.0.header("Accept", #accept);
            #opened
        }
    }
}

/// Sends a call, and gives the body of its response before it is read.
fn opened(imports: &Imports, it: &Output) -> TokenStream {
    let open = imports.function("download", "open");
    let body = quote!(#open(self.0.prepare()).await?.into_body());
    let (overlay, stream, read) = match it {
        Output::Stream { format: StreamFormat::Lines, .. } => ("json_lines", "JsonLines", "new"),
        Output::Stream { format: StreamFormat::Events, .. } => {
            ("server_sent_events", "Events", "of_json")
        }
        Output::Stream { format: StreamFormat::TextEvents, .. } => {
            ("server_sent_events", "Events", "of_text")
        }
        _ => return quote!(Ok(#body)),
    };
    let stream = imports.item(&format!("crate::runtime::{overlay}"), stream);
    let read = ident(read);
    quote!(Ok(#stream::#read(#body)))
}

/// The `IntoFuture` of a builder. Lists are streams instead.
fn into_future(imports: &Imports, call: &Call, name: &Ident) -> Option<TokenStream> {
    let (ty, read) = output(imports, &call.output);
    let mut docs = None;
    let future = match &call.output {
        Output::List(_) => return None,
        Output::LongRunning { result, .. } => {
            docs = Some(quote! {
                /// Waits for the end of the operation and resolves to its result.
            });
            match result {
                Some(_) => {
                    let decode = imports.item("crate::runtime::wire", "decode");
                    quote!(async move { #decode(self.poller().await?.body()) })
                }
                None => quote!(async move { self.poller().await.map(drop) }),
            }
        }
        Output::Bytes => {
            docs = Some(quote! {
                /// Resolves to the body: a stream of bytes, which `collect` joins.
            });
            let opened = opened(imports, &call.output);
            quote!(async move { #opened })
        }
        Output::Stream { .. } => {
            docs = Some(quote! {
                /// Resolves to the body: a stream of its items.
            });
            let opened = opened(imports, &call.output);
            quote!(async move { #opened })
        }
        Output::Nothing => {
            let nothing = imports.function("call", "nothing");
            quote!(#nothing(self.0.prepare()))
        }
        _ => match read {
            Some(read) => {
                let convert = imports.function("call", "convert");
                quote!(#convert(self.0.prepare(), #read))
            }
            None => {
                let model = imports.function("call", "model");
                quote!(#model(self.0.prepare()))
            }
        },
    };
    let result = imports.item("azure_core", "Result");
    let boxed = imports.item("futures::future", "BoxFuture");
    Some(quote! {
        #docs
        impl IntoFuture for #name {
            type Output = #result<#ty>;
            type IntoFuture = #boxed<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(#future)
            }
        }
    })
}
