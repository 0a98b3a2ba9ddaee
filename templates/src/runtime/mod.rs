//! The overlays. The generator writes a `mod.rs` for each crate, with the overlays that it uses.

pub(crate) mod api_key;
pub(crate) mod attempt;
pub(crate) mod base64;
pub(crate) mod base64_url;
pub(crate) mod bearer;
pub(crate) mod body;
pub(crate) mod call;
pub(crate) mod checkpoint;
pub(crate) mod choice;
pub(crate) mod continuation;
pub(crate) mod cookie;
pub(crate) mod download;
pub(crate) mod encoded;
pub(crate) mod expansion;
pub(crate) mod failure;
pub(crate) mod form;
pub(crate) mod header;
pub(crate) mod header_prefix;
pub(crate) mod integer_enum;
pub(crate) mod json_lines;
pub(crate) mod known;
pub(crate) mod lines;
pub(crate) mod long_running;
pub(crate) mod long_running_list;
pub(crate) mod marked;
pub(crate) mod multipart;
pub(crate) mod namespace;
pub(crate) mod origin;
pub(crate) mod outcome;
pub(crate) mod page;
pub(crate) mod pager;
pub(crate) mod parameter;
pub(crate) mod patch;
pub(crate) mod pipeline;
pub(crate) mod poller;
pub(crate) mod prepared;
pub(crate) mod query;
pub(crate) mod raw;
pub(crate) mod response_headers;
pub(crate) mod rfc1123;
pub(crate) mod schemes;
pub(crate) mod server;
pub(crate) mod server_sent_events;
pub(crate) mod string_enum;
pub(crate) mod tag;
pub(crate) mod task;
pub(crate) mod throttle;
pub(crate) mod timestamp;
pub(crate) mod token_cache;
pub(crate) mod transport;
pub(crate) mod union;
pub(crate) mod unix_time;
pub(crate) mod watch;
pub(crate) mod wire;

pub(crate) mod communication {
    pub(crate) mod access_key;
    pub(crate) mod credential;
    pub(crate) mod entra;
    pub(crate) mod error;
    pub(crate) mod event_data;
    pub(crate) mod identifier;
    pub(crate) mod identifier_json;
    pub(crate) mod identifier_kinds;
    pub(crate) mod refresh;
}

pub(crate) mod event_grid {
    pub(crate) mod envelope;
    pub(crate) mod handshake;
    pub(crate) mod recent;
    pub(crate) mod secret;
}

pub(crate) mod xml {
    pub(crate) mod policy;
    pub(crate) mod read;
    pub(crate) mod shape;
    pub(crate) mod write;
}
