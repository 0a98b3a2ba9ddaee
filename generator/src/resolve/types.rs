//! What the types of a description are in Rust, and which of them the crate has.

use super::{names::Scope, names::model_name};
use crate::{
    model::{
        api::{Api, Operation, Type, TypeDefinition, TypeKind},
        package::RustType,
    },
    sdk::SdkModule,
};
use std::collections::{HashMap, HashSet};

/// The types of one description.
pub struct Types<'a> {
    pub api: &'a Api,
    /// The named types in Rust, by their names in the description.
    named: HashMap<&'a str, RustType>,
    /// The names of the types that `models` has.
    public: HashSet<&'a str>,
    /// The names of the types that are only a page of a list.
    pages: HashSet<&'a str>,
}

impl<'a> Types<'a> {
    /// Names the types, and finds those that users of the crate see.
    pub fn new(api: &'a Api, sdk: &SdkModule) -> Self {
        let mut scope = Scope::default();
        let named = api.types.iter().map(|definition| {
            let special = sdk.types.get(&definition.name);
            let ty = match special.and_then(|special| special.overlay.as_ref()) {
                Some(path) => RustType::Overlay(path.clone()),
                None => rust_type(definition, scope.claim(model_name(&definition.name))),
            };
            (definition.name.as_str(), ty)
        });
        let mut types =
            Self { api, named: named.collect(), public: HashSet::new(), pages: HashSet::new() };
        types.find_public(sdk);
        types
    }

    /// The type in Rust. A name that is not defined is a string, so that what stands on it can be
    /// looked at too; it was reported where it stands.
    pub fn rust(&self, ty: &Type) -> RustType {
        match ty {
            Type::Any => RustType::Any,
            Type::Boolean => RustType::Bool,
            Type::Bytes => RustType::Bytes,
            Type::Float32 => RustType::F32,
            Type::Float64 => RustType::F64,
            Type::Int32 => RustType::I32,
            Type::Int64 => RustType::I64,
            Type::String(_) => RustType::String,
            Type::Timestamp(format) => RustType::Timestamp(*format),
            Type::Array(item) => RustType::Vec(Box::new(self.rust(item))),
            Type::Map(value) => RustType::Map(Box::new(self.rust(value))),
            Type::Named(name) => self.named.get(name.as_str()).cloned().unwrap_or(RustType::String),
        }
    }

    /// The definition, where it is one of a model and no overlay stands in its place.
    pub fn model(&self, ty: &Type) -> Option<&'a TypeDefinition> {
        let Type::Named(name) = ty else { return None };
        match self.named.get(name.as_str())? {
            RustType::Overlay(_) => None,
            _ => self.api.definition(name),
        }
    }

    /// The types that `models` has, in the order of the description.
    pub fn public(&self) -> impl Iterator<Item = &'a TypeDefinition> {
        self.api.types.iter().filter(|it| self.public.contains(it.name.as_str()))
    }

    /// Whether the type is a page, and users see only its items.
    pub fn is_only_page(&self, name: &str) -> bool {
        self.pages.contains(name) && !self.public.contains(name)
    }

    /// Public is what a call takes or gives, and what those types contain. A type that nothing
    /// refers to is public too: the description would not have it for nothing.
    fn find_public(&mut self, sdk: &SdkModule) {
        let mut wanted: Vec<&'a str> = Vec::new();
        let mut inner: HashSet<&'a str> = HashSet::new();
        for operation in &self.api.operations {
            wanted.extend(operation.parameters.iter().filter_map(|it| it.ty.name()));
            wanted.extend(operation.errors.iter().filter_map(|it| it.body.as_ref()?.name()));
            if let Some(body) = &operation.body {
                match self.flattened(operation) {
                    Some(definition) => {
                        inner.insert(&definition.name);
                        wanted.extend(named_by(definition));
                    }
                    None => wanted.extend(body.ty.name()),
                }
            }
            let headers = operation.success.iter().flat_map(|it| &it.headers);
            wanted.extend(headers.filter_map(|it| it.ty.name()));
            let result = operation.long_running.as_ref().and_then(|it| it.result.as_ref());
            wanted.extend(result.and_then(Type::name));
            for body in operation.success.iter().filter_map(|it| it.body.as_ref()) {
                match (&operation.paging, self.model(body)) {
                    (Some(_), Some(page)) => {
                        self.pages.insert(&page.name);
                        wanted.extend(named_by(page));
                        if self.says_more(page) {
                            wanted.push(&page.name);
                        }
                    }
                    _ => wanted.extend(body.name()),
                }
            }
        }
        let others =
            |it: &'a TypeDefinition| named_by(it).into_iter().filter(move |name| *name != it.name);
        let referred: HashSet<&str> = self.api.types.iter().flat_map(others).collect();
        let alone = self.api.types.iter().map(|it| it.name.as_str());
        wanted.extend(alone.filter(|name| {
            !referred.contains(name) && !inner.contains(name) && !self.pages.contains(name)
        }));
        while let Some(name) = wanted.pop() {
            let omitted = sdk.types.get(name).is_some_and(|special| special.omit);
            if omitted || matches!(self.named.get(name), None | Some(RustType::Overlay(_))) {
                continue;
            }
            if let Some(definition) = self.api.definition(name)
                && self.public.insert(&definition.name)
            {
                wanted.extend(named_by(definition));
            }
        }
    }

    /// The names of the types that something in the crate refers to.
    pub fn used(&self) -> HashSet<&'a str> {
        let mut used: HashSet<&str> = self.public().flat_map(named_by).collect();
        for operation in &self.api.operations {
            used.extend(operation.parameters.iter().filter_map(|it| it.ty.name()));
            let body = operation.body.as_ref().map(|it| &it.ty);
            match self.flattened(operation) {
                Some(definition) => used.extend(named_by(definition)),
                None => used.extend(body.and_then(Type::name)),
            }
            for body in operation.success.iter().filter_map(|it| it.body.as_ref()) {
                match (&operation.paging, self.model(body)) {
                    (Some(_), Some(page)) => used.extend(named_by(page)),
                    _ => used.extend(body.name()),
                }
            }
        }
        used
    }

    /// Whether a page has more in it than what any list speaks of: items and a link.
    pub fn says_more(&self, page: &TypeDefinition) -> bool {
        let TypeKind::Struct(it) = &page.kind else { return false };
        let lists = || self.api.operations.iter().filter_map(|it| it.paging.as_ref());
        let is_known = |name: &String| {
            lists().any(|it| it.items == *name || it.next_link.as_ref() == Some(name))
        };
        it.additional_properties.is_some() || !it.properties.iter().all(|it| is_known(&it.name))
    }

    /// The struct of a body whose properties are arguments and setters of the call: an object of
    /// at most three required properties.
    pub fn flattened(&self, operation: &Operation) -> Option<&'a TypeDefinition> {
        let definition = self.model(&operation.body.as_ref()?.ty)?;
        let TypeKind::Struct(it) = &definition.kind else { return None };
        let required = it.properties.iter().filter(|it| it.required && !it.read_only).count();
        let flat = required <= 3 && !it.properties.is_empty() && it.additional_properties.is_none();
        flat.then_some(definition)
    }
}

fn rust_type(definition: &TypeDefinition, name: String) -> RustType {
    match &definition.kind {
        TypeKind::Struct(_) => RustType::Struct(name),
        TypeKind::Enum(it) => RustType::Enum { name, extensible: it.extensible },
        TypeKind::Union(_) => RustType::Union(name),
    }
}

/// The named types that a definition refers to.
fn named_by(definition: &TypeDefinition) -> Vec<&str> {
    match &definition.kind {
        TypeKind::Struct(it) => {
            let types = it.properties.iter().map(|it| &it.ty).chain(&it.additional_properties);
            types.filter_map(Type::name).collect()
        }
        TypeKind::Enum(_) => Vec::new(),
        TypeKind::Union(it) => it.variants.iter().map(|it| it.type_name.as_str()).collect(),
    }
}
