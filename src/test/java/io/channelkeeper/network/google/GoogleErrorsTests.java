package io.channelkeeper.network.google;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.RemoteAnswer;
import io.channelkeeper.network.TestNetworks;

import static org.assertj.core.api.Assertions.assertThat;

class GoogleErrorsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					200 | {"items":[]} | null
					200 | [] | Unexpected[]
					200 | {"error":{"code":403,"errors":[{"reason":"quotaExceeded"}]}} | RateLimited[until=null]
					400 | {"error":"invalid_grant","error_description":"Token has been expired or revoked."} | TokenRejected[cause=TOKEN_REJECTED]
					400 | {"error":"invalid_grant","error_subtype":"invalid_rapt"} | TokenRejected[cause=TOKEN_REJECTED]
					401 | {"error":"invalid_client"} | Unexpected[]
					400 | {"error":"redirect_uri_mismatch"} | Unexpected[]
					503 | {"error":"temporarily_unavailable"} | Unavailable[]
					500 | {"error":"internal_failure"} | Unavailable[]
					401 | {"error":{"code":401,"errors":[{"reason":"authError"}],"status":"UNAUTHENTICATED"}} | TokenExpired[]
					401 | {"error":{"code":401,"errors":[{"domain":"youtube.header","reason":"youtubeSignupRequired"}]}} | ChannelLost[cause=ACCOUNT_DELETED]
					403 | {"error":{"code":403,"errors":[{"reason":"insufficientPermissions"}],"status":"PERMISSION_DENIED"}} | PermissionMissing[permission=null]
					403 | {"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}} | PermissionMissing[permission=null]
					403 | {"error":{"code":403,"status":"PERMISSION_DENIED","details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}} | PermissionMissing[permission=null]
					403 | {"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}} | ChannelLost[cause=ROLE_LOST]
					403 | {"error":{"code":403,"status":"PERMISSION_DENIED","details":[{"reason":"SERVICE_DISABLED"}]}} | Unexpected[]
					403 | {"error":{"code":403,"errors":[{"domain":"youtube.quota","reason":"quotaExceeded"}]}} | RateLimited[until=null]
					403 | {"error":{"code":403,"errors":[{"reason":"rateLimitExceeded"}]}} | RateLimited[until=null]
					429 | {"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED"}} | RateLimited[until=null]
					403 | {"error":{"code":403,"errors":[{"reason":"channelSuspended"}]}} | ChannelLost[cause=ACCOUNT_SUSPENDED]
					404 | {"error":{"code":404,"errors":[{"reason":"channelNotFound"}]}} | ChannelLost[cause=ACCOUNT_DELETED]
					404 | {"error":{"code":404,"status":"NOT_FOUND"}} | ChannelLost[cause=ACCOUNT_DELETED]
					500 | {"error":{"code":500,"errors":[{"reason":"backendError"}]}} | Unavailable[]
					503 | {"error":{"code":"503","status":"UNAVAILABLE"}} | Unavailable[]
					400 | {"error":{"code":400,"status":"INVALID_ARGUMENT"}} | Unexpected[]
					502 | <html> | Unavailable[]
					429 | <html> | RateLimited[until=null]
					404 | <html> | Unexpected[]
					""")
	@DisplayName("networks.md 0.2: every error of Google in one vocabulary")
	void translates(int status, String body, String fault) {
		RemoteAnswer answer = new RemoteAnswer(status, new HttpHeaders(),
				Json.read(body.getBytes(StandardCharsets.UTF_8)));
		NetworkFault found = GoogleErrors.faultOf(answer, TestNetworks.NOW);
		assertThat(Objects.toString(found)).isEqualTo(fault);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					403 | {"error":{"code":403,"errors":[{"reason":"quotaExceeded"}],"status":"X"}} | error X [quotaExceeded], status 403
					400 | {"error":"invalid_grant","error_description":"secret"} | error invalid_grant [], status 400
					500 | {} | status 500
					""")
	void describesRefusalsForOperators(int status, String body, String words) {
		assertThat(new GoogleReading()
			.describe(new RemoteAnswer(status, new HttpHeaders(), Json.read(body.getBytes(StandardCharsets.UTF_8)))))
			.isEqualTo(words);
	}

}
