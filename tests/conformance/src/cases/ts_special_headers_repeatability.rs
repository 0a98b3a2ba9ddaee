// Case ts-special-headers_repeatability.
use crate::prelude::*;
use ts_special_headers_repeatability as c;

pub async fn run(r: &mut Report) {
    r.case("ts-special-headers_repeatability");
    let client = c::TsSpecialHeadersRepeatabilityClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "SpecialHeaders_Repeatability_immediateSuccess",
        "POST /special-headers/repeatability/immediateSuccess",
        client.immediate_success(
            "2378d9bc-1726-11ee-be56-0242ac120002",
            dt(json!("Tue, 15 Nov 2022 12:45:26 GMT"))
        )
    );
}
