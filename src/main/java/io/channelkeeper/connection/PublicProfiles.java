package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.LookUpOutcome;
import io.channelkeeper.channel.ProfileLookUp;
import io.channelkeeper.connection.ProfileReading.JustAsked;
import io.channelkeeper.connection.ProfileReading.Later;
import io.channelkeeper.connection.ProfileReading.Unanswered;
import io.channelkeeper.network.BackgroundCalls;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.PublicLookup;

/**
 * Reads strangers' public profiles: by the installation's own credentials, or through one
 * of the organization's connected channels, as the network wants it.
 */
@Service
public class PublicProfiles implements ProfileLookUp {

	/** How long what nobody waits for is put off where the network does not say. */
	private static final Duration PAUSE = Duration.ofMinutes(15);

	private final ObjectProvider<PublicLookup> lookups;

	private final Lenders lenders;

	private final ChannelService channels;

	private final Networks networks;

	private final LookUpRows rows;

	private final LookUpAnswers answers;

	private final Clock clock;

	PublicProfiles(ObjectProvider<PublicLookup> lookups, Lenders lenders, ChannelService channels, Networks networks,
			LookUpRows rows, LookUpAnswers answers, Clock clock) {
		this.lookups = lookups;
		this.lenders = lenders;
		this.channels = channels;
		this.networks = networks;
		this.rows = rows;
		this.answers = answers;
		this.clock = clock;
	}

	@Override
	public boolean isPossible(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		return lookup(channel).filter(this::hasLender).isPresent();
	}

	@Override
	public Optional<LookUpOutcome> last(UUID channelId) {
		return this.rows.last(channelId);
	}

	@Override
	public Optional<LookUpOutcome> look(UUID channelId) {
		Channel channel = this.channels.get(channelId);
		LookUpQuestion question = question(channel).orElse(null);
		if (question == null) {
			return Optional.empty();
		}
		if (!this.rows.begin(channelId)) {
			return Optional.of(last(channelId).orElseGet(this::unavailable));
		}
		return Optional.of(ask(channel, question));
	}

	/**
	 * Reads a profile for whoever takes the answer at once: what came of it is told to
	 * nobody else, and comes again only when it is asked for again.
	 * @return empty if it is not possible
	 */
	Optional<ProfileReading> readAgain(Channel channel) {
		return question(channel).map((question) -> {
			if (!this.rows.begin(channel.id())) {
				return new JustAsked(LookUpRows.APART);
			}
			try {
				return this.answers.keepAgain(channel, question.ask(address(channel)).orElse(null),
						this.clock.instant());
			}
			catch (NetworkFaultException ex) {
				return unread(channel, ex.fault());
			}
		});
	}

	/** What was held back by a limit was not asked, so a person may ask at once. */
	private ProfileReading unread(Channel channel, NetworkFault fault) {
		if (!(fault instanceof NetworkFault.RateLimited(var until))) {
			return new Unanswered();
		}
		if (BackgroundCalls.isOn()) {
			this.rows.notAsked(channel.id());
		}
		return new Later(until);
	}

	private Optional<LookUpQuestion> question(Channel channel) {
		PublicLookup lookup = lookup(channel).orElse(null);
		List<@Nullable Loan> loans = (lookup != null) ? loans(lookup) : List.of();
		return (lookup == null || loans.isEmpty()) ? Optional.empty() : Optional.of(new LookUpQuestion(lookup, loans));
	}

	/** Whether the network shows channels like this to strangers, set up or not. */
	boolean exists(Channel channel) {
		return this.lookups.orderedStream()
			.anyMatch((lookup) -> lookup.network().equals(channel.network()) && lookup.covers(address(channel)));
	}

	/** Whether the network has a public look-up that is set up, a loan left aside. */
	boolean isSetUp(NetworkId network) {
		return lookup(network).isPresent();
	}

	private LookUpOutcome ask(Channel channel, LookUpQuestion question) {
		try {
			return this.answers.keep(channel, question.ask(address(channel)).orElse(null), this.clock.instant());
		}
		catch (NetworkFaultException ex) {
			return refused(channel.id(), ex);
		}
	}

	/**
	 * Nothing is known. A limit that background work ran into holds back no person, and
	 * what they read is never about a question that they did not ask.
	 */
	private LookUpOutcome refused(UUID channelId, NetworkFaultException refusal) {
		Instant until = NetworkFaultException.closedUntil(refusal).orElse(null);
		LookUpOutcome outcome = new LookUpOutcome(LookUpOutcome.Kind.UNAVAILABLE, this.clock.instant(), until);
		if (BackgroundCalls.isOn()) {
			Instant later = outcome.at().plus(PAUSE);
			this.rows.putOff(channelId, (until != null && until.isAfter(later)) ? until : later,
					!(refusal.fault() instanceof NetworkFault.RateLimited));
		}
		else {
			this.rows.keep(channelId, outcome);
		}
		return outcome;
	}

	/** Empty too where the network shows no channels of this sort to strangers. */
	private Optional<PublicLookup> lookup(Channel channel) {
		return channel.archived() ? Optional.empty()
				: lookup(channel.network()).filter((lookup) -> lookup.covers(address(channel)));
	}

	private Optional<PublicLookup> lookup(NetworkId network) {
		return this.lookups.orderedStream()
			.filter((lookup) -> lookup.network().equals(network) && lookup.isConfigured())
			.findFirst();
	}

	private boolean hasLender(PublicLookup lookup) {
		ProviderId lender = lookup.lender();
		return lender == null || this.lenders.exist(lookup.network(), lender);
	}

	/** Where nothing has to be lent, one empty loan. */
	private List<@Nullable Loan> loans(PublicLookup lookup) {
		ProviderId lender = lookup.lender();
		List<@Nullable Loan> loans = new ArrayList<>();
		if (lender != null) {
			loans.addAll(this.lenders.open(lookup.network(), lender));
		}
		else {
			loans.add(null);
		}
		return loans;
	}

	private ChannelAddress address(Channel channel) {
		Network network = this.networks.get(channel.network());
		String key = network.handle(channel.handle())
			.map(ChannelAddress::key)
			.orElseGet(() -> channel.handle().toLowerCase(Locale.ROOT));
		return new ChannelAddress(channel.network(), channel.handle(), key, channel.externalId(),
				network.addressOf(channel.handle()));
	}

	private LookUpOutcome unavailable() {
		return new LookUpOutcome(LookUpOutcome.Kind.UNAVAILABLE, this.clock.instant(), null);
	}

}
