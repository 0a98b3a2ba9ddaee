//! The README's sections about the use of a stand-alone crate: the first operation of each kind. Their
//! code compiles, as that in the docs of methods does.

use super::{examples::Example, method_docs::first_change, names::NamePool};
use crate::model::{
    description::{Api, Type},
    package::{
        Call, Client, Constructor, Credential, CredentialKind, Model, Module, Origin, Output,
        Package, Visibility,
    },
};

/// The sections in Markdown. Empty for a crate whose clients need a cargo feature, or without any.
pub fn usage(package: &Package, apis: &[Api]) -> String {
    let modules = package.modules.iter().zip(apis).filter(|(module, _)| module.feature.is_none());
    let mut roots = modules.filter_map(|(module, api)| {
        let (client, constructor) = module.clients.iter().find_map(constructor)?;
        let root = package.name.replace('-', "_");
        let path = module.name.iter().fold(root.clone(), |root, name| format!("{root}::{name}"));
        Some(Usage { module, api, client, constructor, root, path })
    });
    roots.next().map(|usage| usage.sections()).unwrap_or_default()
}

fn constructor(client: &Client) -> Option<(&Client, &Constructor)> {
    match &client.origin {
        Origin::New(constructor) => Some((client, constructor)),
        Origin::Parent => None,
    }
}

struct Usage<'a> {
    module: &'a Module,
    api: &'a Api,
    /// The client that the sections create.
    client: &'a Client,
    constructor: &'a Constructor,
    /// The crate in Rust.
    root: String,
    /// The path of the module.
    path: String,
}

/// A call, and the way to its client.
#[derive(Clone)]
struct Reached<'a> {
    call: &'a Call,
    /// The calls of methods that lead from the first client to that of the call.
    way: String,
    /// The arguments of these methods.
    held: Vec<&'a str>,
}

impl<'a> Usage<'a> {
    fn sections(&self) -> String {
        let mut calls = self.calls(self.client, "", &[]);
        calls.sort_by_key(|it| it.call.deprecated);
        let mut text = self.create();
        for title in TITLES {
            if let Some(reached) = calls.iter().find(|it| title_of(&it.call.output) == title) {
                let code = self.example(reached, |it| it.code());
                text.push_str(&section(title, &code));
            }
        }
        if let Some(reached) = self.with_error(&calls).or_else(|| calls.first()) {
            text.push_str(&self.errors(reached));
        }
        text
    }

    /// The calls of a client, and of the clients that it creates.
    fn calls(&self, client: &'a Client, way: &str, held: &[&'a str]) -> Vec<Reached<'a>> {
        let own = client.calls.iter();
        let own = own.map(|call| Reached { call, way: way.to_owned(), held: held.to_vec() });
        let mut calls: Vec<_> = own.collect();
        for child in &client.children {
            let names: Vec<&str> = child.held.iter().map(|it| it.name.as_str()).collect();
            let way = format!("{way}.{}({})", child.method, names.join(", "));
            let clients = self.module.clients.iter().filter(|it| it.name == child.client);
            let new = names.iter().filter(|name| !held.contains(name));
            let held: Vec<&str> = held.iter().chain(new).copied().collect();
            calls.extend(clients.flat_map(|client| self.calls(client, &way, &held)));
        }
        calls
    }

    fn create(&self) -> String {
        let Self { client: Client { name, .. }, constructor, path, .. } = self;
        let endpoint = match constructor.default_endpoint {
            Some(_) => format!("{name}::DEFAULT_ENDPOINT"),
            None => "\"https://service.example\"".to_owned(),
        };
        let mut parameters = Vec::new();
        let mut arguments = vec![endpoint];
        let mut texts = Vec::new();
        for Credential { argument, kind } in &constructor.credentials {
            let (ty, words) = match kind {
                CredentialKind::Token { .. } => (
                    "std::sync::Arc<dyn azure_core::credentials::TokenCredential>",
                    "a `TokenCredential`, such as those of the crate `azure_identity`",
                ),
                CredentialKind::Basic => ("&str", "a name, which `password` belongs to"),
                CredentialKind::Key { .. } | CredentialKind::Scheme(_) => ("String", "a key"),
            };
            parameters.push(format!("{argument}: {ty}"));
            arguments.push(argument.clone());
            if matches!(kind, CredentialKind::Basic) {
                parameters.push("password: String".to_owned());
                arguments.push("password".to_owned());
            }
            texts.push(format!("`{argument}` is {words}. "));
        }
        for other in &constructor.alternatives {
            let names: Vec<_> =
                other.credentials.iter().map(|it| format!("`{}`", it.argument)).collect();
            texts.push(format!("`{}` takes {} instead. ", other.method, names.join(" and ")));
        }
        arguments.push("None".to_owned());
        let others = if constructor.credentials.is_empty() {
            texts.push("The description asks for no credential. ".to_owned());
            "credentials"
        } else {
            "other credentials"
        };
        let policy = match constructor.with_policy {
            Some(Visibility::Users) => format!("`with_policy` takes a policy that adds {others}."),
            _ => String::new(),
        };
        let code = format!(
            "use {path}::{name};\n\n\
             # fn example({}) -> azure_core::Result<()> {{\n\
             let client = {name}::new({})?;\n\
             # Ok(()) }}",
            parameters.join(", "),
            arguments.join(", "),
        );
        let text = format!("{}{policy}", texts.concat());
        format!("{}\n{}\n", section("Create a client", &code), text.trim_end())
    }

    fn errors(&self, reached: &Reached) -> String {
        let Self { root, path, .. } = self;
        let model = self.error_of(reached.call);
        let report = model.map(|Model { name, .. }| {
            format!(
                "    if let Some(reported) = {path}::models::{name}::of(&error) {{\n        \
                     println!(\"{{reported:?}}\");\n    \
                 }}\n"
            )
        });
        let code = self.example(reached, |example| {
            let statements = format!(
                "if let Err(error) = {}.await {{\n    \
                     println!(\"status: {{:?}}\", error.http_status());\n\
                 {}    \
                     if {root}::OutcomeUnknown::of(&error).is_some() {{\n        \
                         println!(\"the service may have carried out the call\");\n    \
                     }}\n\
                 }}",
                example.future(),
                report.unwrap_or_default(),
            );
            example.code_of(&statements)
        });
        let reads = model
            .map(|Model { name, .. }| format!(" `{name}::of` reads the body of its response."));
        let reads = reads.unwrap_or_default();
        let text = section("Handle an error", &code);
        format!("{text}\nEvery error is an `azure_core::Error`.{reads}\n")
    }

    /// The first call with a model of its errors.
    fn with_error<'b>(&self, calls: &'b [Reached<'a>]) -> Option<&'b Reached<'a>> {
        calls.iter().find(|it| self.error_of(it.call).is_some())
    }

    fn error_of(&self, call: &Call) -> Option<&'a Model> {
        let mut operations = self.api.operations.iter();
        let operation = operations.find(|it| it.id == call.operation_id)?;
        operation.errors.iter().find_map(|it| match &it.body {
            Some(Type::Named(name)) => {
                let mut models = self.module.models.iter();
                models.find(|it| it.is_error && it.wire_name == *name)
            }
            _ => None,
        })
    }

    fn example<T>(&self, reached: &Reached, show: impl FnOnce(&Example) -> T) -> T {
        let Reached { call, way, held } = reached;
        let arguments = call.arguments.iter().map(|it| it.name.as_str());
        let setters = call.setters.iter().map(|it| it.name.as_str());
        let mut names = NamePool::with(arguments.chain(setters).chain(held.iter().copied()));
        let variable = names.claim("client".to_owned());
        show(&Example {
            module: &self.path,
            client: &self.client.name,
            variable: &variable,
            way,
            held,
            method: &call.method,
            arguments: &call.arguments,
            setter: first_change(&call.arguments, &call.setters),
            output: &call.output,
        })
    }
}

/// The titles of the sections about calls, in order.
const TITLES: [&str; 5] = [CALL, LIST, DOWNLOAD, STREAM, LONG_RUNNING];
const CALL: &str = "Call an operation";
const LIST: &str = "Read a list";
const DOWNLOAD: &str = "Download bytes";
const STREAM: &str = "Read a stream";
const LONG_RUNNING: &str = "Wait for a long-running operation";

fn title_of(output: &Output) -> &'static str {
    match output {
        Output::List(_) => LIST,
        Output::Bytes => DOWNLOAD,
        Output::Stream { .. } => STREAM,
        Output::LongRunning { .. } => LONG_RUNNING,
        _ => CALL,
    }
}

fn section(title: &str, code: &str) -> String {
    format!("\n## {title}\n\n```rust,no_run\n{code}\n```\n")
}
