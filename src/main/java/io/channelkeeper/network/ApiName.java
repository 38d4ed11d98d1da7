package io.channelkeeper.network;

import org.springframework.util.Assert;

/**
 * One API with limits of its own: a provider's id, or that and a part of it after a
 * slash, such as {@code google/youtube}.
 *
 * @param value the name
 */
public record ApiName(String value) {

	public ApiName {
		Assert.isTrue(value.matches("[a-z][a-z-]{0,30}(?:/[a-z-]{1,30})?"), "Not the name of an API");
	}

	/** The API of a provider that has only one. */
	public static ApiName of(ProviderId provider) {
		return new ApiName(provider.value());
	}

	/** Whether it is this provider's. */
	public boolean isOf(ProviderId provider) {
		return this.value.equals(provider.value()) || this.value.startsWith(provider.value() + "/");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
