//! Calls: from an operation to a method, its arguments, and the setters of its builder.

use super::{
    docs,
    inputs::{parameter_input, parameter_target, path_parameters, segment, setter_at, value_input},
    lints,
    names::{NamePool, body_name, builder_name, field_name},
    operations, outcomes,
    structs::{Role, struct_model},
    types::Types,
    variants,
};
use crate::{
    model::{
        description::{self, Parameter, TypeKind},
        package::{
            Answer, Argument, BodyStruct, BuilderMethod, Call, CallBody, ConstantParameter, Field,
            HeldParameter, InputType, Output, PathValue, RawBody, Refusal, RestOfFields, RustType,
            Setter, StructModel, Target, Variables,
        },
        wire::{BodyFormat, ParameterLocation},
    },
    sdk::{SdkModule, SdkOperation, SdkRefusal},
};

/// The parts from which a [`Call`] is built.
pub struct Draft<'a> {
    pub types: &'a Types<'a>,
    pub operation: &'a description::Operation,
    pub sdk: &'a SdkModule,
    pub entry: &'a SdkOperation,
    /// The client and its path parameters.
    pub client: &'a str,
    pub held: &'a [HeldParameter],
    /// The name of the method.
    pub method: String,
    /// The credentials that authorize the call; `None` means all.
    pub authorized_by: Option<Vec<String>>,
}

/// The builder of an operation's call.
pub fn name(entry: &SdkOperation) -> String {
    builder_name(entry.call.as_deref().unwrap_or(&entry.method))
}

impl Draft<'_> {
    /// The call. `pool` has the names of the types beside the module's builders.
    pub fn call(self, pool: &mut NamePool) -> Call {
        let Self { types, operation, entry, .. } = self;
        let name = name(entry);
        let body = self.body(&name);
        let others = outcomes::others(types, operation);
        let server = operations::server(types.api, operation);
        let reserved = others.iter().map(|it| it.method);
        let reserved = reserved.chain(server.iter().map(|_| BuilderMethod::Server.name()));
        let mut inputs = self.inputs(&body, &reserved.collect::<Vec<_>>());
        let variables = inputs.variables();
        let client = inputs.argument_pool.claim("client".to_owned());
        let Inputs { path_values, arguments, argument_docs, setters, .. } = inputs;
        let output = outcomes::output(types, operation, &name, pool);
        let is_idempotent = operations::is_idempotent(operation, &output);
        let constants = operation.parameters.iter().filter_map(|it| {
            let (wire_name, setter) = (it.name.clone(), setter_at(it.location));
            it.constant.clone().map(|value| ConstantParameter { wire_name, setter, value })
        });
        Call {
            docs: self.docs(&arguments, &argument_docs, &setters, (&output, &others), &client),
            aliases: entry.aliases.clone(),
            deprecated: operation.deprecated,
            lints: lints::of_function(true, arguments.iter().map(|it| &it.ty)),
            variables,
            operation: operations::operation(&self, &name, &path_values, &arguments, &setters),
            operation_id: operation.id.clone(),
            path_values,
            accept: operations::accept(operation),
            answer: self.answer(&arguments),
            arguments,
            setters,
            constants: constants.collect(),
            body,
            builder_methods: builder_methods(&output, is_idempotent, server.is_some()),
            builder_lints: lints::of_output(&output),
            output,
            others,
            headers: outcomes::headers(types, operation, &name, pool),
            uuid_headers: entry.uuid_headers.clone(),
            method: self.method,
            without_api_version: types.api.takes_api_version && !operation.takes_api_version,
            server,
            authorized_by: self.authorized_by,
            // The shapes get their names when all calls are known.
            xml: None,
            name,
        }
    }

    fn body(&self, builder: &str) -> CallBody {
        let Some(body) = &self.operation.body else { return CallBody::None };
        let (ty, required) = (&body.ty, body.required);
        if let Some(definition) = self.types.flattened(self.operation)
            && let TypeKind::Struct(it) = &definition.kind
        {
            let name = body_name(builder);
            let special = self.sdk.types.get(&definition.name);
            let is_patch = body.format == BodyFormat::MergePatch;
            let role = if is_patch { Role::PatchBody } else { Role::Body };
            let model = struct_model(self.types, &name, it, special, role);
            let rest = rest_of_fields(&model);
            return CallBody::Fields(Box::new(BodyStruct {
                docs: format!("Body of [`{builder}`], `{}` in the description.", definition.name),
                wire_name: definition.name.clone(),
                optional: !required && !self.entry.always_body,
                model,
                name,
                rest,
            }));
        }
        match body.format {
            BodyFormat::Json | BodyFormat::Xml => {
                CallBody::Whole { ty: self.types.rust(ty), required }
            }
            BodyFormat::MergePatch => CallBody::Whole { ty: self.types.patched(ty), required },
            BodyFormat::Bytes => CallBody::Raw { format: RawBody::Bytes, required },
            BodyFormat::Text => CallBody::Raw { format: RawBody::Text, required },
            BodyFormat::Lines => CallBody::Lines { ty: self.types.rust(ty), required },
            BodyFormat::Form => CallBody::Form { multipart: false },
            BodyFormat::Multipart => CallBody::Form { multipart: true },
        }
    }

    /// The arguments and setters: first those of the path, then other parameters, then the body.
    /// The `reserved` names are those of methods that only some calls have.
    fn inputs(&self, body: &CallBody, reserved: &[&'static str]) -> Inputs {
        let mut inputs = Inputs::new(reserved);
        let parameters = || self.operation.parameters.iter();
        let is_path = |it: &&Parameter| it.location == ParameterLocation::Path;
        for wire_name in path_parameters(&self.operation.path) {
            if let Some(it) = self.held.iter().find(|it| it.wire_name == wire_name) {
                inputs.path_values.push(PathValue::Held(it.name.clone()));
            } else if let Some(it) = parameters().filter(is_path).find(|it| it.name == wire_name) {
                let segment = segment(it, &self.types.rust(&it.ty));
                inputs.path_values.push(PathValue::Argument(inputs.arguments.len(), segment));
                inputs.add(true, self.parameter(it));
            }
        }
        for it in parameters().filter(|it| !is_path(it) && it.constant.is_none()) {
            inputs.add(it.required, self.parameter(it));
        }
        match body {
            CallBody::Fields(body) => {
                for field in &body.model.fields {
                    inputs.add(field.is_argument(), self.field(field));
                }
            }
            CallBody::Whole { ty, required } | CallBody::Lines { ty, required } => {
                let ty = match ty {
                    // The type of an empty map's values could not be inferred.
                    RustType::Map(_) => InputType::Plain(ty.clone()),
                    ty => value_input(ty),
                };
                inputs.add(*required, self.whole(ty));
            }
            CallBody::Raw { format, required } => {
                let ty = match format {
                    RawBody::Bytes => InputType::IntoBody,
                    RawBody::Text => InputType::Into(RustType::String),
                };
                inputs.add(*required, self.whole(ty));
            }
            CallBody::None | CallBody::Form { .. } => {}
        }
        inputs
    }

    fn parameter(&self, parameter: &Parameter) -> Setter {
        let ty = self.types.rust(&parameter.ty);
        let given = parameter.client_name.as_ref().unwrap_or(&parameter.name);
        let mut docs =
            docs::markdown_or(parameter.docs.as_deref(), || format!("`{}`.", parameter.name))
                + &docs::constraints(&parameter.constraints);
        if self.entry.uuid_headers.contains(&parameter.name) {
            docs += "\n\nBy default, a new UUID for each call. Retries send the same one.";
        }
        Setter {
            name: self.name_of(&parameter.name, given),
            docs,
            deprecated: parameter.deprecated,
            ty: parameter_input(parameter.style, &ty),
            target: parameter_target(parameter, &ty),
            refusal: self.refusal(&parameter.name, &ty),
            wire_name: parameter.name.clone(),
            lints: Vec::new(),
        }
    }

    fn field(&self, field: &Field) -> Setter {
        Setter {
            name: self.name_of(&field.wire_name, &field.name),
            docs: field.docs.clone(),
            deprecated: false,
            ty: field.input.clone(),
            target: Target::Field {
                name: field.name.clone(),
                storage: field.storage,
                shorthand: field.shorthand,
            },
            refusal: match &field.input {
                InputType::Plain(ty) => self.refusal(&field.wire_name, ty),
                _ => None,
            },
            wire_name: field.wire_name.clone(),
            lints: Vec::new(),
        }
    }

    fn whole(&self, ty: InputType) -> Setter {
        let body = self.operation.body.as_ref().and_then(|it| it.docs.as_deref());
        Setter {
            name: self.name_of("body", "body"),
            docs: docs::markdown_or(body, || "The body.".to_owned()),
            deprecated: false,
            ty,
            target: Target::Body,
            refusal: None,
            wire_name: "body".to_owned(),
            lints: Vec::new(),
        }
    }

    /// The name in `sdk.yaml`, or else `otherwise`.
    fn name_of(&self, wire_name: &str, otherwise: &str) -> String {
        field_name(self.entry.names.get(wire_name).map_or(otherwise, String::as_str))
    }

    fn refusal(&self, wire_name: &str, ty: &RustType) -> Option<Refusal> {
        let SdkRefusal { values, message } = self.entry.refuse.get(wire_name)?;
        let (ty, model) = (ty.model()?, self.types.enum_named(ty.model()?)?);
        let variants = variants::enum_model(self.types, model).variants.into_iter();
        let refused = variants.filter(|it| values.contains(&it.value));
        Some(Refusal {
            ty: ty.to_owned(),
            variants: refused.map(|it| it.name).collect(),
            message: message.clone(),
        })
    }

    fn answer(&self, arguments: &[Argument]) -> Option<Answer> {
        let (wire_name, json) = self.entry.answer_when_empty.first()?;
        let when_empty = arguments.iter().find_map(|it| match &it.target {
            Target::Field { name, .. } if it.wire_name == *wire_name => Some(name.clone()),
            _ => None,
        });
        Some(Answer { when_empty: when_empty?, json: json.clone() })
    }
}

/// The inputs of a call as they are collected.
struct Inputs {
    path_values: Vec<PathValue>,
    arguments: Vec<Argument>,
    argument_docs: Vec<String>,
    setters: Vec<Setter>,
    argument_pool: NamePool,
    setter_pool: NamePool,
}

impl Inputs {
    fn new(own: &[&'static str]) -> Self {
        let reserved = BuilderMethod::ALL.map(BuilderMethod::name);
        let reserved = reserved.into_iter().chain(["clone", "into_future"]);
        let reserved = reserved.chain(own.iter().copied());
        Self {
            path_values: Vec::new(),
            arguments: Vec::new(),
            argument_docs: Vec::new(),
            setters: Vec::new(),
            argument_pool: NamePool::default(),
            setter_pool: NamePool::with(reserved),
        }
    }

    /// Names the method's variables, after all arguments have their names.
    fn variables(&mut self) -> Variables {
        let [path, body, call] =
            ["path", "body", "call"].map(|name| self.argument_pool.claim(name.to_owned()));
        Variables { path, body, call }
    }

    /// Adds an argument if the value is required, and a setter if not.
    fn add(&mut self, required: bool, input: Setter) {
        if required {
            let Setter { name, wire_name, docs, ty, mut target, .. } = input;
            let name = self.argument_pool.claim(name);
            if let Target::Field { name: field, shorthand, .. } = &mut target {
                *shorthand &= name == *field;
            }
            self.argument_docs.push(docs);
            self.arguments.push(Argument { name, wire_name, ty, target });
        } else {
            let name = self.setter_pool.claim(input.name);
            let lints = lints::of_setter(&name, &input.ty);
            self.setters.push(Setter { name, lints, ..input });
        }
    }
}

/// The methods of the builder besides its setters.
fn builder_methods(output: &Output, is_idempotent: bool, has_server: bool) -> Vec<BuilderMethod> {
    use BuilderMethod as It;
    let duplicates = (!is_idempotent).then_some(It::AllowDuplicates);
    let own: &[BuilderMethod] = match output {
        Output::List(list) if list.begun.is_some() => &[
            It::ResumePoller,
            It::PollEvery,
            It::Poller,
            It::Resume,
            It::AllowLinksTo,
            It::Prefetch,
            It::Pages,
            It::Items,
        ],
        Output::List(_) => &[It::Resume, It::AllowLinksTo, It::Prefetch, It::Pages, It::Items],
        Output::LongRunning { .. } => &[It::Resume, It::PollEvery, It::Poller, It::Send],
        Output::Bytes | Output::Stream { .. } | Output::Nothing => &[It::Send, It::Response],
        Output::Model(_)
        | Output::Optional(_)
        | Output::Exists
        | Output::Text
        | Output::ByStatus(_) => &[It::Send, It::Response, It::WithResponse],
    };
    let server = has_server.then_some(It::Server);
    [It::Context].into_iter().chain(server).chain(duplicates).chain(own.iter().copied()).collect()
}

fn rest_of_fields(model: &StructModel) -> RestOfFields {
    match (model.arguments().next(), model.optional().next()) {
        (None, _) => RestOfFields::WholeDefault,
        (_, None) => RestOfFields::None,
        _ if model.has_default() => RestOfFields::Default,
        _ => RestOfFields::Absent,
    }
}
