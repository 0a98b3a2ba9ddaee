//! The types of a description in Rust.

use super::{
    cycles::Containment,
    names::{NamePool, model_name, type_name},
};
use crate::{
    model::{
        description::{Api, Enum, Operation, Type, TypeDefinition, TypeKind},
        package::RustType,
        wire::EnumBase,
    },
    sdk::{SdkModule, SdkPackage},
};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// The types of one description: their names, and what the crate needs of them.
pub struct Types<'a> {
    pub api: &'a Api,
    /// The path of the module for users of the crate: `bookstore`, `bookstore::orders`.
    pub path: String,
    /// `true` if items without docs in the description get docs that restate their names.
    pub docs_for_all: bool,
    /// `true` if types that no request contains have constructors.
    constructors_for_all: bool,
    pub(super) definitions: HashMap<&'a str, &'a TypeDefinition>,
    /// The named types in Rust, by their names in the description.
    pub(super) named: HashMap<&'a str, RustType>,
    /// The structs whose properties are arguments and setters of a call, by the operation's id.
    flattened: HashMap<&'a str, &'a TypeDefinition>,
    /// The names in Rust of the types that requests contain.
    sent: HashSet<String>,
    /// The names of the types that are bodies of error responses.
    errors: HashSet<&'a str>,
    /// The names of the types in `models`.
    pub(super) public: HashSet<&'a str>,
    /// The structs that have a merge patch, and the names of the patches' models.
    pub(super) patches: IndexMap<&'a str, String>,
    /// The names of the unions that are fields of merge patches.
    pub(super) patched_unions: HashSet<String>,
    containment: Containment,
    /// The names of the models.
    pub(super) pool: NamePool,
}

impl<'a> Types<'a> {
    /// Names the types and decides which of them users see.
    pub fn new(api: &'a Api, sdk: &SdkModule, package: &SdkPackage) -> Self {
        let root = package.name.replace('-', "_");
        let mut pool = NamePool::default();
        let named = api.types.iter().map(|definition| {
            let special = sdk.types.get(&definition.name);
            let ty = match special.and_then(|special| special.overlay.as_ref()) {
                Some(path) => RustType::Overlay(path.clone()),
                None => rust_type(definition, pool.claim(model_name(&definition.name))),
            };
            (definition.name.as_str(), ty)
        });
        let mut types = Self {
            api,
            path: sdk.name.iter().fold(root, |root, name| format!("{root}::{name}")),
            docs_for_all: package.docs_for_all,
            constructors_for_all: package.constructors_for_all,
            named: named.collect(),
            definitions: api.types.iter().map(|it| (it.name.as_str(), it)).collect(),
            flattened: HashMap::new(),
            sent: HashSet::new(),
            errors: errors(api),
            public: HashSet::new(),
            patches: IndexMap::new(),
            patched_unions: HashSet::new(),
            containment: Containment::default(),
            pool,
        };
        types.find_flattened();
        types.sent = types.find_sent();
        types.find_public(sdk);
        types.find_patches();
        types.containment = Containment::new(&types);
        types
    }

    pub fn definition(&self, name: &str) -> Option<&'a TypeDefinition> {
        self.definitions.get(name).copied()
    }

    /// The type in Rust. An undefined name was already reported; it becomes a string, so that
    /// everything else can be checked too.
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

    /// The name of the type in Rust.
    pub fn name(&self, definition: &TypeDefinition) -> String {
        let model = self.named.get(definition.name.as_str()).and_then(RustType::model);
        model.map_or_else(|| type_name(&definition.name), str::to_owned)
    }

    /// The definition of a named type, unless an overlay replaces it.
    pub fn model(&self, ty: &Type) -> Option<&'a TypeDefinition> {
        let Type::Named(name) = ty else { return None };
        match self.named.get(name.as_str())? {
            RustType::Overlay(_) => None,
            _ => self.definition(name),
        }
    }

    /// The enum of strings with this name in Rust.
    pub fn enum_named(&self, name: &str) -> Option<&'a Enum> {
        self.api.types.iter().find_map(|definition| match &definition.kind {
            TypeKind::Enum(it) if it.base == EnumBase::Text && self.name(definition) == name => {
                Some(it)
            }
            _ => None,
        })
    }

    /// The struct whose properties are arguments and setters of the operation's call, instead of
    /// its whole body.
    pub fn flattened(&self, operation: &Operation) -> Option<&'a TypeDefinition> {
        self.flattened.get(operation.id.as_str()).copied()
    }

    /// Returns `true` if callers make values of the type with this name in Rust: if requests contain
    /// them. All others only come back.
    pub fn is_made(&self, name: &str) -> bool {
        self.constructors_for_all || self.sent.contains(name)
    }

    /// Returns `true` if requests contain values of the type with this name in Rust.
    pub fn is_sent(&self, name: &str) -> bool {
        self.sent.contains(name)
    }

    /// Returns `true` if an error response has this type of the description as its body.
    pub fn is_error(&self, name: &str) -> bool {
        self.errors.contains(name)
    }

    /// Returns `true` if a value of the struct `owner` lies inside of a value of this type, so that
    /// a field of `owner` needs a `Box` around it.
    pub fn is_recursive(&self, owner: &str, ty: &RustType) -> bool {
        self.containment.is_recursive(owner, ty)
    }

    /// Flattens objects with at most three required properties. A body that may be left out must
    /// have none.
    fn find_flattened(&mut self) {
        for operation in &self.api.operations {
            let Some(body) = &operation.body else { continue };
            let Some(definition) = self.model(&body.ty).filter(|_| !body.format.is_form()) else {
                continue;
            };
            let TypeKind::Struct(it) = &definition.kind else { continue };
            let required = it.properties.iter().filter(|it| it.required && !it.read_only).count();
            let most = if body.required { 3 } else { 0 };
            if required <= most && !it.properties.is_empty() && it.additional_properties.is_none() {
                self.flattened.insert(&operation.id, definition);
            }
        }
    }
}

fn errors(api: &Api) -> HashSet<&str> {
    let responses = api.operations.iter().flat_map(|it| &it.errors);
    let names = responses.filter_map(|it| match it.body.as_ref()? {
        Type::Named(name) => Some(name.as_str()),
        _ => None,
    });
    names.collect()
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
pub fn members(definition: &TypeDefinition) -> Vec<&Type> {
    let TypeKind::Struct(it) = &definition.kind else { return Vec::new() };
    it.properties.iter().map(|it| &it.ty).chain(&it.additional_properties).collect()
}

/// The named types that a definition refers to.
pub fn references(definition: &TypeDefinition) -> Vec<&str> {
    match &definition.kind {
        TypeKind::Struct(_) => members(definition).into_iter().filter_map(Type::name).collect(),
        TypeKind::Enum(_) => Vec::new(),
        TypeKind::Union(it) => it.variants.iter().map(|it| it.type_name.as_str()).collect(),
        TypeKind::Choice(it) => it.variants.iter().filter_map(|it| it.ty.name()).collect(),
    }
}
