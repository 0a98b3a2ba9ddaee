// Case ts-parameters_spread.
use crate::prelude::*;
use ts_parameters_spread as c;

pub async fn run(r: &mut Report) {
    r.case("ts-parameters_spread");
    let client = c::TsParametersSpreadClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Parameters_Spread_Model_spreadAsRequestBody",
        "PUT /parameters/spread/model/request-body",
        client.model_client().spread_as_request_body("foo")
    );
    done!(
        r,
        "Parameters_Spread_Model_spreadCompositeRequestOnlyWithBody",
        "PUT /parameters/spread/model/composite-request-only-with-body",
        client.model_client().spread_composite_request_only_with_body("foo")
    );
    done!(
        r,
        "Parameters_Spread_Model_spreadCompositeRequestWithoutBody",
        "PUT /parameters/spread/model/composite-request-without-body/foo",
        client.model_client().spread_composite_request_without_body("foo", "bar")
    );
    done!(
        r,
        "Parameters_Spread_Model_spreadCompositeRequest",
        "PUT /parameters/spread/model/composite-request/foo",
        client.model_client().spread_composite_request("foo", "bar", "foo")
    );
    done!(
        r,
        "Parameters_Spread_Model_spreadCompositeRequestMix",
        "PUT /parameters/spread/model/composite-request-mix/foo",
        client.model_client().spread_composite_request_mix("foo", "bar", "foo")
    );
    done!(
        r,
        "Parameters_Spread_Alias_spreadAsRequestBody",
        "PUT /parameters/spread/alias/request-body",
        client.alias_client().spread_as_request_body("foo")
    );
    done!(
        r,
        "Parameters_Spread_Alias_spreadAsRequestParameter",
        "PUT /parameters/spread/alias/request-parameter/1",
        client.alias_client().spread_as_request_parameter("1", "bar", "foo")
    );
    done!(
        r,
        "Parameters_Spread_Alias_spreadWithMultipleParameters",
        "PUT /parameters/spread/alias/multiple-parameters/1",
        client
            .alias_client()
            .spread_with_multiple_parameters("1", "bar", "foo", j::<Vec<i32>>(json!([1, 2])))
            .optional_int(1)
            .optional_string_list(j::<Vec<String>>(json!(["foo", "bar"])))
    );
    done!(
        r,
        "Parameters_Spread_Alias_spreadParameterWithInnerModel",
        "POST /parameters/spread/alias/inner-model-parameter/1",
        client.alias_client().spread_parameter_with_inner_model("1", "bar", "foo")
    );
    done!(
        r,
        "Parameters_Spread_Alias_spreadParameterWithInnerAlias",
        "POST /parameters/spread/alias/inner-alias-parameter/1",
        client.alias_client().spread_parameter_with_inner_alias("1", "bar", "foo", 1)
    );
}
