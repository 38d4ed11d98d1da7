package io.channelkeeper.connection;

/**
 * Whoever sends somebody to a network says whether that is still wanted when the person
 * comes back, and where to go on afterwards.
 */
public interface SignInErrand {

	/** The name under which attempts remember it. */
	String name();

	/**
	 * Whether the sign-in may still connect what it left for. Asked inside the
	 * transaction that would connect it, with the attempt's organization bound; what the
	 * answer rests on has to be held until that transaction ends.
	 */
	boolean stillWanted(SignInStart start);

	/**
	 * Where the person goes on: a path of ours. The attempt's organization is bound, its
	 * end is stored.
	 */
	String onward(SignInEnd end);

}
