package io.channelkeeper.connection;

/**
 * Whoever sends somebody to a network says where to go on afterwards.
 */
public interface SignInErrand {

	/** The name under which attempts remember it. */
	String name();

	/**
	 * Where the person goes on: a path of ours. The attempt's organization is bound, its
	 * end is stored.
	 */
	String onward(SignInEnd end);

}
