//! Tests of the overlays, one file for each. They use a client as the generator would write it
//! ([`sample`]), and a server that records its requests ([`server`]).

mod api_key;
mod attempt;
mod base64;
mod base64_url;
mod bearer;
mod body;
mod builders;
mod call;
mod checkpoint;
mod choice;
mod closed_enum;
mod communication_access_key;
mod communication_credential;
mod communication_entra;
mod communication_error;
mod communication_event_data;
mod communication_identifier;
mod communication_refresh;
mod event_grid;
mod expansion;
mod extensions;
mod failure;
mod form;
mod fuzz;
mod header;
mod header_prefix;
mod integer_enum;
mod known;
mod long_running_list;
mod marked;
mod multipart;
mod origin;
mod own_server;
mod pager;
mod parameter;
mod patch;
mod pipeline;
mod query;
mod response_headers;
mod rfc1123;
mod schemes;
mod streams;
mod string_enum;
mod tag;
mod task;
mod throttle;
mod timestamp;
mod token_cache;
mod transport;
mod union;
mod unix_time;
mod watch;
mod wire;
mod xml;

#[allow(dead_code, reason = "a generated client has all that its users may use")]
mod download;
#[allow(dead_code, reason = "a generated client has all that its users may use")]
mod outcome;
#[allow(dead_code, reason = "a generated client has all that its users may use")]
mod poller;
#[allow(dead_code, reason = "a generated client has all that its users may use")]
mod sample;
mod server;
