// Case ts-parameters_body-optionality.
use crate::prelude::*;
use ts_parameters_body_optionality as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_body-optionality");
    let client = c::TsParametersBodyOptionalityClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Parameters_BodyOptionality_requiredExplicit",
        "POST /parameters/body-optionality/required-explicit",
        client.required_explicit("foo")
    );
    done!(
        r,
        "Parameters_BodyOptionality_OptionalExplicit",
        "POST /parameters/body-optionality/optional-explicit/set",
        client
            .optional_explicit_client()
            .set()
            .body(j::<c::models::BodyModel>(json!({"name": "foo"})))
    );
    done!(
        r,
        "Parameters_BodyOptionality_OptionalExplicit",
        "POST /parameters/body-optionality/optional-explicit/omit",
        client.optional_explicit_client().omit()
    );
    done!(
        r,
        "Parameters_BodyOptionality_requiredImplicit",
        "POST /parameters/body-optionality/required-implicit",
        client.required_implicit("foo")
    );
}
