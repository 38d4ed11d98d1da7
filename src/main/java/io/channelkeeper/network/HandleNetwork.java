package io.channelkeeper.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A network whose channels go by a handle that ignores upper and lower case, as most do.
 * What is peculiar to one is overridden.
 */
public abstract class HandleNetwork implements Network {

	private final NetworkId id;

	private final String name;

	private final Set<String> domains;

	private final Lettering lettering;

	private final List<String> pictureHosts;

	/**
	 * @param id the network's id
	 * @param name its own name, never translated
	 * @param domains where its pages live, without {@code www.}
	 * @param lettering what its handles look like
	 * @param pictureHosts see {@link Network#pictureHosts()}
	 */
	protected HandleNetwork(NetworkId id, String name, Set<String> domains, Lettering lettering,
			List<String> pictureHosts) {
		this.id = id;
		this.name = name;
		this.domains = domains;
		this.lettering = lettering;
		this.pictureHosts = List.copyOf(pictureHosts);
	}

	@Override
	public final NetworkId id() {
		return this.id;
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final Optional<ChannelAddress> recognize(String typed) {
		return WebAddress.of(typed).filter((address) -> address.isOn(this.domains)).flatMap(this::profile);
	}

	@Override
	public Optional<ChannelAddress> handle(String typed) {
		return this.lettering.readBare(typed)
			.filter((handle) -> !WebAddress.of(handle).map((address) -> address.isOn(this.domains)).orElse(false))
			.map(this::named);
	}

	@Override
	public String show(String handle) {
		return "@" + handle;
	}

	@Override
	public final List<String> pictureHosts() {
		return this.pictureHosts;
	}

	/** The channel that an address on one of the network's domains names, or empty. */
	protected abstract Optional<ChannelAddress> profile(WebAddress address);

	/** The channel of a handle in its usual form. */
	protected ChannelAddress named(String handle) {
		return new ChannelAddress(this.id, handle, handle.toLowerCase(Locale.ROOT), null, addressOf(handle));
	}

	/** A handle out of an address, with or without {@code @} before it, or empty. */
	protected final Optional<ChannelAddress> read(String segment) {
		return this.lettering.read(segment.startsWith("@") ? segment.substring(1) : segment).map(this::named);
	}

}
