//! What the types of a description are in Rust, and which of them the crate has.

use super::names::{NamePool, model_name, type_name};
use crate::{
    model::{
        description::{Api, Operation, Paging, Type, TypeDefinition, TypeKind},
        package::RustType,
        wire::{BodyFormat, EnumBase},
    },
    sdk::SdkModule,
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// The types of one description.
pub struct Types<'a> {
    pub api: &'a Api,
    /// The named types in Rust, by their names in the description.
    named: HashMap<&'a str, RustType>,
    /// The names of the types that `models` has.
    public: HashSet<&'a str>,
    /// The pages of lists.
    pages: Vec<Page<'a>>,
    /// The structs that merge patches change in part, and the names of the models that do it.
    patches: IndexMap<&'a str, String>,
    /// The names of the models.
    scope: NamePool,
}

/// What an operation that lists gives.
struct Page<'a> {
    definition: &'a TypeDefinition,
    paging: &'a Paging,
    /// The name of its model; empty until it is known who else sees the type.
    name: String,
}

impl<'a> Types<'a> {
    /// Names the types, and finds those that users of the crate see.
    pub fn new(api: &'a Api, sdk: &SdkModule) -> Self {
        let mut scope = NamePool::default();
        let named = api.types.iter().map(|definition| {
            let special = sdk.types.get(&definition.name);
            let ty = match special.and_then(|special| special.overlay.as_ref()) {
                Some(path) => RustType::Overlay(path.clone()),
                None => rust_type(definition, scope.claim(model_name(&definition.name))),
            };
            (definition.name.as_str(), ty)
        });
        let named = named.collect();
        let mut types = Self {
            api,
            named,
            public: HashSet::new(),
            pages: Vec::new(),
            patches: IndexMap::new(),
            scope,
        };
        types.find_public(sdk);
        types.find_patches();
        types.name_pages();
        types
    }

    /// The type in Rust. A name that is not defined is a string, so that what stands on it can be
    /// looked at too; it was reported where it stands.
    pub fn rust(&self, ty: &Type) -> RustType {
        match ty {
            Type::Any => RustType::Any,
            Type::Boolean => RustType::Bool,
            Type::Bytes => RustType::Bytes,
            Type::BytesUrl => RustType::BytesUrl,
            Type::Float32 => RustType::F32,
            Type::Float64 => RustType::F64,
            Type::Int32 => RustType::I32,
            Type::Int64 => RustType::I64,
            Type::UInt64 => RustType::U64,
            Type::String(_) => RustType::String,
            Type::Timestamp(format) => RustType::Timestamp(*format),
            Type::Array(item) => RustType::Vec(Box::new(self.rust(item))),
            Type::Map(value) => RustType::Map(Box::new(self.rust(value))),
            Type::Nullable(value) => RustType::Option(Box::new(self.rust(value))),
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

    /// The structs that merge patches change in part, and the names of the models that do it.
    pub fn patches(&self) -> impl Iterator<Item = (&'a TypeDefinition, &str)> {
        self.patches.iter().filter_map(|(name, patch)| Some((self.api.definition(name)?, &**patch)))
    }

    /// The type in a merge patch (RFC 7396): an object changes in part, and `null` removes a key of
    /// a map. Arrays and unions are replaced.
    pub fn patched(&self, ty: &Type) -> RustType {
        match ty {
            Type::Map(value) => RustType::Map(Box::new(self.removable(value))),
            Type::Named(name) => match self.patches.get(name.as_str()) {
                Some(patch) => RustType::Struct(patch.clone()),
                None => self.rust(ty),
            },
            ty => self.rust(ty),
        }
    }

    /// The value of a key that `null` removes.
    pub fn removable(&self, ty: &Type) -> RustType {
        match self.patched(ty) {
            RustType::Option(value) => RustType::Option(value),
            value => RustType::Option(Box::new(value)),
        }
    }

    /// The structs in bodies that are merge patches; the bodies themselves where their fields are
    /// not setters of the call.
    fn find_patches(&mut self) {
        let mut wanted: Vec<&'a Type> = Vec::new();
        for operation in &self.api.operations {
            let Some(body) = operation.body.as_ref() else { continue };
            if body.format != BodyFormat::MergePatch {
                continue;
            }
            match self.flattened(operation) {
                Some(definition) => wanted.extend(types_in(definition)),
                None => wanted.push(&body.ty),
            }
        }
        while let Some(ty) = wanted.pop() {
            let definition = match ty {
                Type::Map(value) => {
                    wanted.push(value);
                    continue;
                }
                ty => self.model(ty),
            };
            let Some(definition) = definition else { continue };
            if !matches!(&definition.kind, TypeKind::Struct(it) if it.tags.is_empty())
                || self.patches.contains_key(definition.name.as_str())
            {
                continue;
            }
            let name = name_of(self.named.get(definition.name.as_str()), &definition.name);
            let name = self.scope.claim(format!("{name}Patch"));
            self.patches.insert(&definition.name, name);
            wanted.extend(types_in(definition));
        }
    }

    /// The type of the pages of an operation that lists, and the name of their model.
    pub fn page(&self, operation: &Operation) -> Option<(&'a TypeDefinition, &str)> {
        let paging = operation.paging.as_ref()?;
        let definition = self.model(operation.success.iter().find_map(|it| it.body.as_ref())?)?;
        let page = self.pages.iter().find(|it| it.is(definition, paging))?;
        Some((definition, &page.name))
    }

    /// Users see only the items of a page; where they see the type too, and where two operations
    /// find other items in it, the page is a model of its own.
    fn name_pages(&mut self) {
        let mut named = HashSet::new();
        for page in &mut self.pages {
            let name = page.definition.name.as_str();
            let own = name_of(self.named.get(name), name);
            let is_only_page = !self.public.contains(name) && named.insert(name);
            page.name = if is_only_page { own } else { self.scope.claim(format!("{own}Page")) };
        }
    }

    /// Public is what a call takes or gives, and what those types contain. A type that nothing
    /// refers to is public too: the description would not have it for nothing.
    fn find_public(&mut self, sdk: &SdkModule) {
        let mut wanted: Vec<&'a str> = Vec::new();
        let mut inner: HashSet<&'a str> = HashSet::new();
        for operation in &self.api.operations {
            wanted.extend(self.used_by(operation));
            wanted.extend(operation.errors.iter().filter_map(|it| it.body.as_ref()?.name()));
            inner.extend(self.flattened(operation).map(|it| it.name.as_str()));
            let Some(paging) = &operation.paging else { continue };
            for body in operation.success.iter().filter_map(|it| it.body.as_ref()) {
                let Some(definition) = self.model(body) else { continue };
                if !self.pages.iter().any(|it| it.is(definition, paging)) {
                    self.pages.push(Page { definition, paging, name: String::new() });
                }
                if self.says_more(definition) {
                    wanted.push(&definition.name);
                }
            }
        }
        let is_hidden = |name: &&str| {
            let omitted = sdk.types.get(*name).is_some_and(|special| special.omit);
            omitted || matches!(self.named.get(*name), None | Some(RustType::Overlay(_)))
        };
        let mut public = self.reached(wanted, is_hidden);
        // What stands behind a body, a page or a hidden type is not there for itself.
        let mut known = inner;
        known.extend(self.pages.iter().map(|page| page.definition.name.as_str()));
        let names = || self.api.types.iter().map(|it| it.name.as_str());
        known.extend(names().filter(is_hidden));
        let mut known = self.reached(known, |_| false);
        for name in names() {
            if !known.contains(name) && !public.contains(name) {
                let alone = self.reached([name], is_hidden);
                known.extend(alone.iter().copied());
                public.extend(alone);
            }
        }
        self.public = public;
    }

    /// These types, and all that they refer to, but for what is behind those that are not wanted.
    fn reached(
        &self,
        from: impl IntoIterator<Item = &'a str>,
        is_unwanted: impl Fn(&&str) -> bool,
    ) -> HashSet<&'a str> {
        let mut reached = HashSet::new();
        let mut next: Vec<&'a str> = from.into_iter().collect();
        while let Some(name) = next.pop() {
            let Some(definition) = self.api.definition(name) else { continue };
            if !is_unwanted(&name) && reached.insert(name) {
                next.extend(named_by(definition));
            }
        }
        reached
    }

    /// The names of the types that something in the crate refers to.
    pub fn used(&self) -> HashSet<&'a str> {
        let mut used: HashSet<&str> = self.public().flat_map(named_by).collect();
        used.extend(self.api.operations.iter().flat_map(|it| self.used_by(it)));
        used
    }

    /// The names of the types that the call of an operation refers to: what it takes and gives, and
    /// in the place of a body that is taken apart, and of a page, what is in it.
    fn used_by(&self, operation: &'a Operation) -> Vec<&'a str> {
        let mut used: Vec<&str> =
            operation.parameters.iter().filter_map(|it| it.ty.name()).collect();
        match (self.flattened(operation), &operation.body) {
            (Some(definition), _) => used.extend(named_by(definition)),
            (None, body) => used.extend(body.as_ref().and_then(|it| it.ty.name())),
        }
        for response in &operation.success {
            used.extend(response.headers.iter().filter_map(|it| it.ty.name()));
            let Some(body) = &response.body else { continue };
            match (&operation.paging, self.model(body)) {
                (Some(_), Some(page)) => used.extend(named_by(page)),
                _ => used.extend(body.name()),
            }
        }
        let result = operation.long_running.as_ref().and_then(|it| it.result.as_ref());
        used.extend(result.and_then(Type::name));
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
    /// at most three required properties. A body that may be left out can have none of these.
    pub fn flattened(&self, operation: &Operation) -> Option<&'a TypeDefinition> {
        let body = operation.body.as_ref()?;
        let definition = self.model(&body.ty)?;
        let TypeKind::Struct(it) = &definition.kind else { return None };
        let required = it.properties.iter().filter(|it| it.required && !it.read_only).count();
        let most = if body.required { 3 } else { 0 };
        let flat =
            required <= most && !it.properties.is_empty() && it.additional_properties.is_none();
        flat.then_some(definition)
    }
}

impl Page<'_> {
    fn is(&self, definition: &TypeDefinition, paging: &Paging) -> bool {
        self.definition.name == definition.name && self.paging == paging
    }
}

/// The name in Rust of a type of the description.
pub fn name_of(ty: Option<&RustType>, wire_name: &str) -> String {
    match ty {
        Some(RustType::Struct(name) | RustType::Union(name) | RustType::IntegerEnum(name)) => {
            name.clone()
        }
        Some(RustType::Enum { name, .. }) => name.clone(),
        _ => type_name(wire_name),
    }
}

fn rust_type(definition: &TypeDefinition, name: String) -> RustType {
    match &definition.kind {
        TypeKind::Struct(_) => RustType::Struct(name),
        TypeKind::Enum(it) => match it.base {
            EnumBase::Integer => RustType::IntegerEnum(name),
            EnumBase::Text => RustType::Enum { name, extensible: it.extensible },
        },
        TypeKind::Union(_) | TypeKind::Choice(_) => RustType::Union(name),
    }
}

/// The types of the members of a struct.
fn types_in(definition: &TypeDefinition) -> Vec<&Type> {
    let TypeKind::Struct(it) = &definition.kind else { return Vec::new() };
    it.properties.iter().map(|it| &it.ty).chain(&it.additional_properties).collect()
}

/// The named types that a definition refers to.
fn named_by(definition: &TypeDefinition) -> Vec<&str> {
    match &definition.kind {
        TypeKind::Struct(_) => types_in(definition).into_iter().filter_map(Type::name).collect(),
        TypeKind::Enum(_) => Vec::new(),
        TypeKind::Union(it) => it.variants.iter().map(|it| it.type_name.as_str()).collect(),
        TypeKind::Choice(it) => it.variants.iter().filter_map(|it| it.ty.name()).collect(),
    }
}
