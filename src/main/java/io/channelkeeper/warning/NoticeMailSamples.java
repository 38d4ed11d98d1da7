package io.channelkeeper.warning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.channelkeeper.connection.ConnectionState;
import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.mail.MailSample;
import io.channelkeeper.mail.MailSample.Audience;
import io.channelkeeper.mail.MailSamples;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Role;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;

/**
 * What mails look like that tell members of something.
 */
@Component
@Order(20)
class NoticeMailSamples implements MailSamples {

	private final ExpiringMail expiring;

	private final InterruptionMail interruption;

	private final RestoredMail restored;

	private final RequestMail request;

	private final MailWords words;

	private final Networks networks;

	private final BaseUrl baseUrl;

	private final Clock clock;

	NoticeMailSamples(ExpiringMail expiring, InterruptionMail interruption, RestoredMail restored, RequestMail request,
			MailWords words, Networks networks, BaseUrl baseUrl, Clock clock) {
		this.expiring = expiring;
		this.interruption = interruption;
		this.restored = restored;
		this.request = request;
		this.words = words;
		this.networks = networks;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	@Override
	public List<MailSample> of(SampleRecipient recipient) {
		Member member = member(recipient, recipient.name(), recipient.email());
		return List.of(sample(expiring(member)), sample(interruption(member)), sample(restored(member)),
				sample(request(recipient, member)));
	}

	private MailDraft expiring(Member member) {
		UUID ana = Ids.next();
		return this.expiring.draft(member,
				List.of(expiring(ana, "Ana Kocht", "anakocht", Duration.ofHours(26), null),
						expiring(ana, "Ana Kocht", "bistro_ana", Duration.ofDays(5), null),
						expiring(Ids.next(), "Dario Conti", "dariocooks", Duration.ofDays(5), Duration.ofDays(3))));
	}

	private ExpiringChannel expiring(UUID creator, String name, String handle, Duration left,
			@Nullable Duration asked) {
		return new ExpiringChannel(Ids.next(), Ids.next(), creator, name, network().id(), handle, null,
				this.clock.instant().plus(left), (int) left.toDays(), (asked != null) ? ago(asked) : null,
				asked != null, WarningReason.TEAM, false);
	}

	private MailDraft restored(Member member) {
		return this.restored.draft(member, List.of(new RestoredChannel(Ids.next(), Ids.next(), "Ana Kocht",
				network().id(), "anakocht", null, ago(Duration.ofHours(31)), ago(Duration.ofMinutes(5)), true)));
	}

	private MailDraft interruption(Member member) {
		UUID ana = Ids.next();
		return this.interruption.draft(member,
				List.of(interrupted(ana, "Ana Kocht", "anakocht", ConnectionState.INVALID),
						interrupted(ana, "Ana Kocht", "bistro_ana", ConnectionState.EXPIRED),
						interrupted(Ids.next(), "Dario Conti", "dariocooks", ConnectionState.EXPIRED)));
	}

	private InterruptedChannel interrupted(UUID creator, String name, String handle, ConnectionState state) {
		return new InterruptedChannel(Ids.next(), creator, name, network().id(), handle, null, state,
				(state == ConnectionState.INVALID) ? Cause.PASSWORD_CHANGED : null, null, ago(Duration.ofHours(7)),
				false, WarningReason.TEAM);
	}

	private MailDraft request(SampleRecipient recipient, Member member) {
		Network network = network();
		MailWords.Words words = this.words.to(member);
		String state = words.text("mail.reconnect-request.interrupted", words.why(ConnectionState.EXPIRED, null, null),
				words.day(ago(Duration.ofDays(2))));
		Member asker = member(recipient, "Mia Keller", new EmailAddress("mia@example.org"));
		return this.request.draft(asker, member,
				new RequestMail.Said(network.show("anakocht", null), network.name(), "Ana Kocht", state,
						words.text("mail.reconnect-request.why.connected", words.day(ago(Duration.ofDays(62)))),
						"/connections/reconnect"));
	}

	private MailSample sample(MailDraft draft) {
		return new MailSample(Audience.MEMBERS, draft.unsubscribable(this.baseUrl.of("/unsubscribe/sample")));
	}

	private Network network() {
		return this.networks.offered().stream().findFirst().orElseGet(() -> this.networks.all().getFirst());
	}

	private Instant ago(Duration time) {
		return this.clock.instant().minus(time);
	}

	private static Member member(SampleRecipient recipient, String name, EmailAddress email) {
		return new Member(Ids.next(), Ids.next(), name, email, Role.MANAGER, recipient.language(), recipient.zone(),
				true);
	}

}
