package io.channelkeeper.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SecretToken;

/**
 * What a browser brings back from a network; every part of it may be hostile.
 *
 * @param provider whose address was called
 * @param state what should be a departure's secret
 * @param parameters all parameters of the call, each by its first value
 * @param browser the cookie that binds attempts to a browser, or null when there is none
 */
record SignInAnswer(ProviderId provider, SecretToken state, Map<String, String> parameters,
		@Nullable SecretToken browser) {

	@Override
	public String toString() {
		return "SignInAnswer[" + this.provider + "]";
	}

}
