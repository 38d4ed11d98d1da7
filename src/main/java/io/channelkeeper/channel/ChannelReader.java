package io.channelkeeper.channel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.support.PlainText;

/**
 * Recognises channels in what people type and paste, and says what keeps one from being
 * added.
 */
@Component
public class ChannelReader {

	private static final int LONGEST = 2048;

	private static final int LONGEST_SHOWN = 80;

	private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf},;]+$");

	private static final Pattern NAMED = Pattern.compile("(\\p{L}[\\p{L}\\p{Z}-]{0,30}?)\\s*[:\\s]\\s*(\\S+)");

	/** A handle that looks like this can be written with an {@code @} before it. */
	private static final Pattern DOMAIN = Pattern
		.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(com|net|org|info|de|at|ch|eu|uk|fr|it|es|nl|io|tv|shop)");

	private final Networks networks;

	private final ChannelService channels;

	private final CreatorService creators;

	ChannelReader(Networks networks, ChannelService channels, CreatorService creators) {
		this.networks = networks;
		this.channels = channels;
		this.creators = creators;
	}

	/** The network that goes by this name or id, in any case. */
	public Optional<Network> network(@Nullable String word) {
		return this.networks.all()
			.stream()
			.filter((network) -> network.name().equalsIgnoreCase(word) || network.id().value().equalsIgnoreCase(word))
			.findFirst();
	}

	/** What was typed, as one line that is short enough for a page. */
	public static String line(String typed) {
		return shown(EDGES.matcher(typed).replaceAll(""));
	}

	/** All networks, by name. */
	public List<Network> networks() {
		return this.networks.all();
	}

	/** Recognises each, looking for those that are there already or twice in the list. */
	public List<ReadChannel> read(List<TypedChannel> typed) {
		List<ReadChannel> read = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (TypedChannel one : typed) {
			read.add(once(check(recognize(one)), seen));
		}
		return read;
	}

	/**
	 * Recognises what a channel is to be called from now on; its old name is no problem.
	 */
	public ReadChannel read(TypedChannel typed, UUID channelId) {
		ReadChannel read = recognize(typed);
		boolean own = read.address() != null && this.channels.byAddress(read.address())
			.map((channel) -> channel.id().equals(channelId))
			.orElse(false);
		return own ? read : check(read);
	}

	/** Recognises a channel whatever the organization has already. */
	public ReadChannel recognize(TypedChannel typed) {
		String text = EDGES.matcher(typed.text()).replaceAll("");
		if (text.length() > LONGEST) {
			return unknown(text);
		}
		return this.networks.recognize(text)
			.or(() -> named(text))
			.map((address) -> known(text, address))
			.orElseGet(() -> bare(text, typed.network()));
	}

	/** A handle with its network before it, such as {@code X: @anakocht}. */
	private Optional<ChannelAddress> named(String text) {
		Matcher named = NAMED.matcher(text);
		return named.matches()
				? network(named.group(1))
					.flatMap((network) -> network.recognize(named.group(2)).or(() -> network.handle(named.group(2))))
				: Optional.empty();
	}

	private ReadChannel bare(String text, @Nullable NetworkId chosen) {
		List<Network> candidates = isWebAddress(text) ? List.of()
				: this.networks.all().stream().filter((network) -> network.handle(text).isPresent()).toList();
		List<Network> fitting = candidates.stream()
			.filter((network) -> chosen == null || network.id().equals(chosen))
			.toList();
		if (fitting.size() == 1) {
			ReadChannel known = known(text, fitting.getFirst().handle(text).orElseThrow());
			return (candidates.size() > 1) ? known.among(candidates) : known;
		}
		if (candidates.isEmpty()) {
			return unknown(text);
		}
		if (fitting.isEmpty() && chosen != null) {
			String name = this.networks.find(chosen).map(Network::name).orElseGet(chosen::value);
			return new ReadChannel(shown(text), null, null, candidates, null,
					TypedProblem.of("no-handle", shown(text), name));
		}
		return new ReadChannel(shown(text), null, null, candidates, null, TypedProblem.of("which", shown(text)));
	}

	private static boolean isWebAddress(String text) {
		return text.contains("://") || text.regionMatches(true, 0, "www.", 0, 4) || DOMAIN.matcher(text).matches();
	}

	private ReadChannel known(String text, ChannelAddress address) {
		return new ReadChannel(shown(text), address, this.networks.get(address.network()), List.of(), null, null);
	}

	private ReadChannel unknown(String text) {
		return new ReadChannel(shown(text), null, null, List.of(), null, TypedProblem.of("unknown", shown(text)));
	}

	private ReadChannel check(ReadChannel read) {
		if (read.address() == null) {
			return read;
		}
		return this.channels.byAddress(read.address()).map((first) -> taken(read, first.creatorId())).orElse(read);
	}

	private ReadChannel taken(ReadChannel read, UUID creatorId) {
		Creator first = this.creators.get(creatorId);
		return read.of(creatorId)
			.with(new TypedProblem(first.archived() ? "taken-archived" : "taken",
					List.of(read.shown(), networkOf(read), first.name()), creatorId));
	}

	private static ReadChannel once(ReadChannel read, Set<String> seen) {
		ChannelAddress address = read.address();
		if (address == null || seen.add(address.network() + " " + address.key())) {
			return read;
		}
		return (read.problem() != null) ? read : read.with(TypedProblem.of("twice", read.shown(), networkOf(read)));
	}

	private static String networkOf(ReadChannel read) {
		return (read.network() != null) ? read.network().name() : "";
	}

	private static String shown(String text) {
		String line = PlainText.line(text);
		return (line.length() > LONGEST_SHOWN) ? line.substring(0, LONGEST_SHOWN) + "…" : line;
	}

}
