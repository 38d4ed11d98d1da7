package io.channelkeeper.network;

/**
 * Which network, by the word that stands in addresses and settings.
 *
 * @param value such as {@code instagram} or {@code google-business}
 */
public record NetworkId(String value) {

	public NetworkId {
		if (!value.matches("[a-z][a-z-]{0,30}")) {
			throw new IllegalArgumentException("Not a network: " + value);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
