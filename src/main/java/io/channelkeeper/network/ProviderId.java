package io.channelkeeper.network;

/**
 * Which sign-in provider: Spring Security's client registration id.
 *
 * @param value the registration id
 */
public record ProviderId(String value) {

	public ProviderId {
		if (!value.matches("[a-z][a-z-]{0,30}")) {
			throw new IllegalArgumentException("Not a provider: " + value);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
