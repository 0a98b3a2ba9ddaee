// Case ts-response_status-code-range.
use crate::prelude::*;
use ts_response_status_code_range as c;

pub async fn run(r: &mut Report) {
    r.case("ts-response_status-code-range");
    let client = c::TsResponseStatusCodeRangeClient::new(ENDPOINT, None).unwrap();
    status!(
        r,
        "Response_StatusCodeRange_errorResponseStatusCodeInRange",
        "GET /response/status-code-range/error-response-status-code-in-range",
        494,
        client.error_response_status_code_in_range()
    );
    status!(
        r,
        "Response_StatusCodeRange_errorResponseStatusCode404",
        "GET /response/status-code-range/error-response-status-code-404",
        404,
        client.error_response_status_code404()
    );
}
