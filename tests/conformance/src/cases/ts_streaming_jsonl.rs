// Case ts-streaming_jsonl.
use crate::prelude::*;
use ts_streaming_jsonl as c;

pub async fn run(r: &mut Report) {
    r.case("ts-streaming_jsonl");
    let client = c::TsStreamingJsonlClient::new(ENDPOINT, None).unwrap();
    let lines = "{\"desc\": \"one\"}\n{\"desc\": \"two\"}\n{\"desc\": \"three\"}";
    done!(
        r,
        "Streaming_Jsonl_Basic_send",
        "POST /streaming/jsonl/basic/send",
        client.basic_client().send(lines)
    );
    hand!(r, "Streaming_Jsonl_Basic_receive", "GET /streaming/jsonl/basic/receive", {
        expect_bytes(&client.basic_client().receive().await?.collect().await?, lines.as_bytes())?;
    });
}
