//! Calls: the method that makes one, what the description says of it, and its builder.

use super::{
    docs::docs,
    scope::{Scope, ident},
    structs::{absent, body_struct, is_argument, named_value},
    values::{argument_type, converted, stored},
};
use crate::model::{
    api::{BodyFormat, Method},
    package::{
        Call, CallBody, Model, ModelKind, Output, PathValue, Presence, RustType, Setter,
        StructModel, Target,
    },
};
use proc_macro2::TokenStream;
use quote::quote;

/// The method of the client.
pub fn method(scope: &Scope, call: &Call) -> TokenStream {
    let (name, builder, constant) = (ident(&call.method), ident(&call.name), ident(&call.constant));
    let mut text = call.docs.clone();
    if !call.arguments.is_empty() {
        text.push('\n');
    }
    for argument in &call.arguments {
        let line = argument.docs.split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&format!("\n- `{}`: {line}", argument.name));
    }
    let text = docs(&format!("{text}\n\n`{} {}`", verb(call.http_method), call.path));
    // Clippy's limit, with `self`.
    let many = (call.arguments.len() > 6).then(|| {
        quote!(#[expect(clippy::too_many_arguments, reason = "the operation needs each of them")])
    });
    let deprecated = call.deprecated.then(|| quote!(#[deprecated]));
    let arguments = call.arguments.iter().map(|argument| {
        let (name, ty) =
            (ident(&argument.name), parameter_type(scope, &argument.target, &argument.ty));
        quote!(#name: #ty)
    });
    let path = path_values(call);
    let call_type = scope.item("crate::call", "Call");
    let (body, given) = match body_value(scope, call) {
        BodyValue::Made(value) => (Some(quote!(let body = #value;)), quote!(body)),
        BodyValue::Given(value) => (None, value),
    };
    let new = quote!(#call_type::new(&self.service, &#constant, &[#(#path),*], #given));
    let answer = call.answer.as_ref().map(|answer| {
        let (field, json) = (ident(&answer.when_empty), &answer.json);
        (quote!(let nothing = body.#field.is_empty();), quote!(call.answer_if(nothing, #json);))
    });
    let (nothing, answer_if) = answer.unzip();
    let settings: Vec<TokenStream> = settings(call).collect();
    let make = |value: TokenStream| match &call.output {
        Output::List { .. } => {
            let list = scope.item("crate::pager", "List");
            quote!(#builder(#list::new(#value)))
        }
        _ => quote!(#builder(#value)),
    };
    let statements = if settings.is_empty() && answer_if.is_none() {
        make(new)
    } else {
        let made = make(quote!(call));
        quote! {
            let mut call = #new;
            #(#settings)*
            #answer_if
            #made
        }
    };
    quote! {
        #text
        #deprecated
        #many
        pub fn #name(&self, #(#arguments),*) -> #builder {
            #body
            #nothing
            #statements
        }
    }
}

/// What stands below the client: the operation, the builder, and the body.
pub fn builder(scope: &Scope, client: &str, call: &Call) -> TokenStream {
    let operation = operation(scope, client, call);
    let name = ident(&call.name);
    let link = docs(&format!("A call of [`{client}::{}`].", call.method));
    let (kind, must_use, traits) = builder_kind(scope, call);
    let setters: Vec<TokenStream> =
        call.setters.iter().map(|setter| self::setter(scope, call, setter)).collect();
    let setters = (!setters.is_empty()).then(|| quote!(impl #name { #(#setters)* }));
    let body = match &call.body {
        CallBody::Fields { model, .. } => struct_of(model).map(|it| body_struct(scope, model, it)),
        _ => None,
    };
    quote! {
        #operation

        #link
        #[derive(Clone, Debug)]
        #[must_use = #must_use]
        pub struct #name(#kind);

        #traits

        #setters

        #body
    }
}

fn operation(scope: &Scope, client: &str, call: &Call) -> TokenStream {
    let constant = ident(&call.constant);
    let operation = scope.item("crate::pipeline", "Operation");
    let method_type = scope.item("azure_core::http", "Method");
    let method = ident(match call.http_method {
        Method::Delete => "Delete",
        Method::Get => "Get",
        Method::Head => "Head",
        Method::Patch => "Patch",
        Method::Post => "Post",
        Method::Put => "Put",
    });
    let content_type = match &call.body {
        CallBody::None => quote!(None),
        CallBody::Fields { format, .. } | CallBody::Whole { format, .. } => {
            let name = match format {
                BodyFormat::Json => "JSON",
                BodyFormat::MergePatch => "MERGE_PATCH",
            };
            let name = scope.item("crate::pipeline", name);
            quote!(#name)
        }
    };
    let (name, path, success) = (format!("{client}.{}", call.method), &call.path, &call.success);
    let success = success.iter().map(|status| proc_macro2::Literal::u16_unsuffixed(*status));
    quote! {
        const #constant: #operation = #operation {
            name: #name,
            method: #method_type::#method,
            path: #path,
            content_type: #content_type,
            success: &[#(#success),*],
        };
    }
}

/// What the builder is around, what `must_use` says, and the macro with what every builder has.
fn builder_kind(scope: &Scope, call: &Call) -> (TokenStream, &'static str, TokenStream) {
    let name = ident(&call.name);
    let awaited = "a call does nothing until it is awaited";
    match &call.output {
        Output::List { page, item } => {
            let list = scope.item("crate::pager", "List");
            let list_macro = scope.item("crate::pager", "list");
            let (page, item) = (scope.model(page), scope.ty(item));
            (
                quote!(#list),
                "a call does nothing until its pages or items are polled",
                quote!(#list_macro!(#name, #page, #item);),
            )
        }
        output => {
            let model = match output {
                Output::Model(ty) => scope.ty(ty),
                _ => quote!(()),
            };
            let (call_type, call_macro) =
                (scope.item("crate::call", "Call"), scope.item("crate::call", "call"));
            let kind = match body_type(scope, call) {
                Some(body) => quote!(#call_type<#body>),
                None => quote!(#call_type),
            };
            (kind, awaited, quote!(#call_macro!(#name, #model);))
        }
    }
}

fn body_type(scope: &Scope, call: &Call) -> Option<TokenStream> {
    match &call.body {
        CallBody::None => None,
        CallBody::Fields { model, optional, .. } => {
            let name = ident(&model.name);
            Some(if *optional { quote!(Option<#name>) } else { quote!(#name) })
        }
        CallBody::Whole { ty, required, .. } => {
            let ty = scope.ty(ty);
            Some(if *required { ty } else { quote!(Option<#ty>) })
        }
    }
}

pub fn parameter_type(scope: &Scope, target: &Target, ty: &RustType) -> TokenStream {
    match (target, ty) {
        (Target::Field { presence, .. }, ty) => argument_type(scope, ty, *presence),
        // As it is: what it holds could not be inferred from an empty one.
        (Target::Body, RustType::Map(_)) => scope.ty(ty),
        (Target::Body, ty) => argument_type(scope, ty, Presence::Required),
        (_, RustType::String) => quote!(impl AsRef<str>),
        (_, ty) => scope.ty(ty),
    }
}

fn path_values(call: &Call) -> Vec<TokenStream> {
    let values = call.path_values.iter().map(|value| match value {
        PathValue::Held(name) => {
            let name = ident(name);
            quote!(&self.#name)
        }
        PathValue::Argument { name, ty } => {
            let name = ident(name);
            match ty {
                RustType::String => quote!(#name.as_ref()),
                RustType::Enum { .. } => quote!(#name.as_str()),
                _ => quote!(&#name.to_string()),
            }
        }
    });
    values.collect()
}

/// The body of a call that has just been made.
enum BodyValue {
    /// What stands for itself: an argument, or that there is no body.
    Given(TokenStream),
    /// What is made of arguments.
    Made(TokenStream),
}

fn body_value(scope: &Scope, call: &Call) -> BodyValue {
    match &call.body {
        CallBody::None => BodyValue::Given(quote!(())),
        CallBody::Whole { required: false, .. } | CallBody::Fields { optional: true, .. } => {
            BodyValue::Given(quote!(None))
        }
        CallBody::Whole { ty, .. } => {
            let argument = call.arguments.iter().find(|it| it.target == Target::Body);
            let argument = argument.map(|it| ident(&it.name));
            BodyValue::Given(whole(quote!(#argument), ty))
        }
        CallBody::Fields { model, .. } => match struct_of(model) {
            Some(it) => BodyValue::Made(body_literal(scope, call, model, it)),
            None => BodyValue::Given(quote!(())),
        },
    }
}

/// The body's struct, of the arguments.
fn body_literal(scope: &Scope, call: &Call, model: &Model, it: &StructModel) -> TokenStream {
    let body = ident(&model.name);
    if it.fields.iter().all(|field| !is_argument(field)) {
        return quote!(#body::default());
    }
    let given = call.arguments.iter().filter_map(|argument| match &argument.target {
        Target::Field { name, presence, boxed } => {
            let (field, argument_name) = (ident(name), ident(&argument.name));
            let value = stored(quote!(#argument_name), &argument.ty, *presence, *boxed);
            Some(named_value(&field, value))
        }
        _ => None,
    });
    let rest: Vec<_> = it.fields.iter().filter(|field| !is_argument(field)).collect();
    let rest = match (rest.is_empty(), it.default) {
        (true, _) => quote!(),
        (false, true) => quote!(..Default::default()),
        (false, false) => {
            let rest = rest.iter().map(|field| {
                let (name, absent) = (ident(&field.name), absent(scope, field));
                quote!(#name: #absent)
            });
            quote!(#(#rest),*)
        }
    };
    quote!(#body { #(#given,)* #rest })
}

/// The argument that is the whole body.
fn whole(argument: TokenStream, ty: &RustType) -> TokenStream {
    match ty {
        RustType::Map(_) => argument,
        ty => converted(argument, ty, Presence::Required),
    }
}

/// The required query parameters and headers, and those that are made for each call.
fn settings(call: &Call) -> impl Iterator<Item = TokenStream> {
    let given = call.arguments.iter().filter_map(|argument| {
        let (name, wire_name) = (ident(&argument.name), &argument.wire_name);
        let value = parameter_value(quote!(#name), &argument.ty);
        match argument.target {
            Target::Query => Some(quote!(call.query(#wire_name, #value);)),
            Target::Header => Some(quote!(call.header(#wire_name, #value);)),
            _ => None,
        }
    });
    let made = call.uuid_headers.iter().map(|header| quote!(call.uuid_header(#header);));
    given.chain(made)
}

/// A value of a query parameter or a header.
fn parameter_value(argument: TokenStream, ty: &RustType) -> TokenStream {
    match ty {
        RustType::String => quote!(#argument.as_ref()),
        RustType::Enum { .. } => quote!(#argument.as_str()),
        _ => argument,
    }
}

fn setter(scope: &Scope, call: &Call, setter: &Setter) -> TokenStream {
    let name = ident(&setter.name);
    let text = docs(&setter.docs);
    let ty = parameter_type(scope, &setter.target, &setter.ty);
    let inner = match call.output {
        Output::List { .. } => quote!(self.0.call),
        _ => quote!(self.0),
    };
    let wire_name = &setter.wire_name;
    let refused = setter.refused.as_ref().map(|refusal| {
        let (ty, message) = (scope.model(&refusal.ty), &refusal.message);
        let variants = refusal.variants.iter().map(|variant| {
            let variant = ident(variant);
            quote!(#ty::#variant)
        });
        quote!(#inner.refuse_if(matches!(#name, #(#variants)|*), #message);)
    });
    let set = match &setter.target {
        Target::Query => {
            let value = parameter_value(quote!(#name), &setter.ty);
            quote!(#inner.query(#wire_name, #value);)
        }
        Target::Header => {
            let value = parameter_value(quote!(#name), &setter.ty);
            quote!(#inner.header(#wire_name, #value);)
        }
        Target::Field { name: field, presence, boxed } => {
            let field = ident(field);
            let value = stored(quote!(#name), &setter.ty, *presence, *boxed);
            match &call.body {
                CallBody::Fields { optional: true, .. } => {
                    quote!(#inner.body.get_or_insert_default().#field = #value;)
                }
                _ => quote!(#inner.body.#field = #value;),
            }
        }
        Target::Body => {
            let value = whole(quote!(#name), &setter.ty);
            quote!(#inner.body = Some(#value);)
        }
        Target::Path => quote!(),
    };
    quote! {
        #text
        pub fn #name(mut self, #name: #ty) -> Self {
            #refused
            #set
            self
        }
    }
}

fn struct_of(model: &Model) -> Option<&StructModel> {
    match &model.kind {
        ModelKind::Struct(it) => Some(it),
        _ => None,
    }
}

pub fn verb(method: Method) -> &'static str {
    match method {
        Method::Delete => "DELETE",
        Method::Get => "GET",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
        Method::Post => "POST",
        Method::Put => "PUT",
    }
}
