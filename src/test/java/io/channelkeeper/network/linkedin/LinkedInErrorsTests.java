package io.channelkeeper.network.linkedin;

import java.util.Objects;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFault.ChannelLost;
import io.channelkeeper.network.NetworkFault.PermissionMissing;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.TestNetworks;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedInErrorsTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ",
			textBlock = """
					401 -> {"serviceErrorCode":65600,"message":"Invalid access token","status":401} -> TokenRejected[cause=TOKEN_REJECTED]
					401 -> {"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN","message":"The token used in the request has been revoked by the user"} -> TokenRejected[cause=ACCESS_REVOKED]
					401 -> {"status":"401","serviceErrorCode":"65601"} -> TokenRejected[cause=ACCESS_REVOKED]
					401 -> {"status":401,"code":"REVOKED_ACCESS_TOKEN"} -> TokenRejected[cause=ACCESS_REVOKED]
					401 -> {"status":401,"serviceErrorCode":65602,"code":"EXPIRED_ACCESS_TOKEN","message":"The token used in the request has expired"} -> TokenExpired[]
					401 -> {"message":"Empty oauth2_access_token","serviceErrorCode":401,"status":401} -> TokenRejected[cause=TOKEN_REJECTED]
					401 -> <html>Login</html> -> Unexpected[]
					403 -> {"status":403,"serviceErrorCode":100,"code":"ACCESS_DENIED","message":"Not enough permissions to access: GET /organizations"} -> PermissionMissing[permission=rw_organization_admin]
					403 -> {"status":403,"code":"ACCESS_DENIED","message":"The member's account is restricted"} -> TokenRejected[cause=ACCOUNT_RESTRICTED]
					401 -> {"status":401,"message":"Restricted member"} -> TokenRejected[cause=ACCOUNT_RESTRICTED]
					403 -> {"status":403,"message":"Access to restricted fields needs a permission"} -> PermissionMissing[permission=rw_organization_admin]
					404 -> {"status":404,"message":"Could not find entity"} -> ChannelLost[cause=ACCOUNT_DELETED]
					429 -> {"status":429,"code":"TOO_MANY_REQUESTS","message":"Resource level throttle limit for calls to this resource is reached"} -> RateLimited[until=null]
					429 -> Too Many Requests -> RateLimited[until=null]
					426 -> {"status":426,"code":"NONEXISTENT_VERSION","message":"Requested version 20240101 is not active"} -> Unexpected[]
					400 -> {"status":400,"code":"VERSION_MISSING"} -> Unexpected[]
					400 -> {"status":400,"code":"ILLEGAL_ARGUMENT"} -> Unexpected[]
					500 -> {"status":500,"message":"Internal Server Error"} -> Unavailable[]
					503 -> '' -> Unavailable[]
					200 -> {"status":401,"serviceErrorCode":65602} -> TokenExpired[]
					200 -> {"status":500} -> Unavailable[]
					200 -> [] -> Unexpected[]
					200 -> '' -> Unexpected[]
					""")
	@DisplayName("networks.md 0.2: every error that LinkedIn is known to answer")
	void translates(int status, String body, String fault) {
		assertThat(fault(status, body)).hasToString(fault);
	}

	@Test
	void blamesNoTokenWhereTheAddressIsGone() {
		String gone = "{\"status\":404,\"message\":\"No virtual resource found\"}";
		assertThat(LinkedInErrors.ofTokens(answer(404, gone), TestNetworks.NOW))
			.isEqualTo(new NetworkFault.Unexpected());
	}

	@Test
	void takesAnAnswerForAnAnswer() {
		assertThat(LinkedInErrors.ofApi(answer(200, "{\"id\":7,\"status\":\"active\",\"code\":\"x\"}"),
				new PermissionMissing(null), new ChannelLost(Cause.ACCOUNT_DELETED), TestNetworks.NOW))
			.isNull();
	}

	@Test
	void describesARefusalWithoutTheMessage() {
		LinkedInReading reading = new LinkedInReading("202610", new PermissionMissing(null),
				new NetworkFault.Unexpected());
		assertThat(reading.describe(answer(403,
				"{\"status\":403,\"serviceErrorCode\":100,\"code\":\"ACCESS_DENIED\",\"message\":\"AQX1\"}")))
			.isEqualTo("error 100/ACCESS_DENIED, status 403");
		assertThat(reading.describe(answer(426, "{}"))).contains("202610", "channelkeeper.network.linkedin.version");
	}

	private static NetworkFault fault(int status, String body) {
		NetworkFault fault = LinkedInErrors.ofApi(answer(status, body), new PermissionMissing("rw_organization_admin"),
				new ChannelLost(Cause.ACCOUNT_DELETED), TestNetworks.NOW);
		return Objects.requireNonNull(fault);
	}

	private static RemoteAnswer answer(int status, String body) {
		return new RemoteAnswer(status, new HttpHeaders(), Json.read(body));
	}

}
