// Case az-azure_encode_duration.
use crate::prelude::*;
use az_encode_duration as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_encode_duration");
    let client = c::AzEncodeDurationClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_Encode_Duration_durationConstant",
        "PUT /azure/encode/duration/duration-constant",
        client.duration_constant("1.02:59:59.5000000")
    );
}
