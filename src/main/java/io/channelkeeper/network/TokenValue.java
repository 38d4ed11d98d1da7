package io.channelkeeper.network;

/**
 * A token in clear. It masks itself wherever it is printed.
 *
 * @param value the token as the network gave it
 */
public record TokenValue(String value) {

	public TokenValue {
		if (value.isBlank()) {
			throw new IllegalArgumentException("An empty token");
		}
	}

	@Override
	public String toString() {
		return "TokenValue[…]";
	}

}
