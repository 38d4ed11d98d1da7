package io.channelkeeper.warning;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ChannelDisconnected;
import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.LoginInDoubt;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.network.Cause;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ConnectionNoticesTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	NoticeService notices;

	@Autowired
	NoticeTexts texts;

	@Autowired
	NoticeChoices choices;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ChannelService channels;

	@Autowired
	CreatorService creators;

	Viewer admin;

	Viewer marketer;

	UUID ana;

	UUID channel;

	UUID login;

	@BeforeEach
	void connectAna() {
		this.admin = this.organizations.make("Bistro");
		this.marketer = this.organizations.member(this.admin, Role.MARKETER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht", this.marketer.memberId());
		this.channel = this.rows.channel(this.admin, this.ana, "instagram", "anakocht");
		this.login = this.rows.connect(this.admin, this.channel, Duration.ofDays(59));
	}

	@Test
	@DisplayName("M-26: the team hears why, and that it works again")
	void theTeamHearsIt() {
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
		assertThat(read(this.marketer, Locale.ENGLISH))
			.containsExactly("@anakocht (Instagram) is interrupted: password changed");
		assertThat(read(this.marketer, Locale.GERMAN))
			.containsExactly("@anakocht (Instagram) ist unterbrochen: Passwort geändert");
		assertThat(read(this.admin, Locale.ENGLISH))
			.containsExactly("@anakocht (Instagram) is interrupted: password changed");
		this.jdbc.sql("update social_login set invalid_cause = null where id = ?").param(this.login).update();
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(this.channel)));
		assertThat(read(this.marketer, Locale.ENGLISH)).containsExactly("@anakocht (Instagram) is connected again");
		assertThat(solved(this.marketer)).containsExactly("warning.interrupted");
	}

	@Test
	@DisplayName("B-7: channels of one login that are lost one by one are one notice")
	void countsTheChannelsOfALogin() {
		UUID other = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "instagram", "bistro_ana");
		this.rows.connect(this.admin, other, Duration.ofDays(59));
		this.jdbc.sql("update connection set login_id = ? where channel_id = ?").params(this.login, other).update();
		for (UUID one : List.of(this.channel, other)) {
			this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST', lost_since = ? where channel_id = ?")
				.params(Timestamp.from(this.rows.instant()), one)
				.update();
			publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(one), Cause.ROLE_LOST));
		}
		assertThat(read(this.marketer, Locale.ENGLISH))
			.containsExactly("@anakocht (Instagram) and 1 other channel are interrupted: page role lost");
		assertThat(read(this.admin, Locale.ENGLISH)).hasSize(1);
	}

	@Test
	@DisplayName("M-26: a notice is solved when the last of its channels works again, or was disconnected")
	void solvedWithTheLastOfItsChannels() {
		UUID other = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "instagram", "bistro_ana");
		this.rows.connect(this.admin, other, Duration.ofDays(59));
		this.rows.hangOn(this.login, other);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel, other),
				Cause.PASSWORD_CHANGED));
		this.rows.disconnect(this.admin, other);
		publish(new ChannelDisconnected(this.admin.organizationId(), other, this.admin.memberId()));
		assertThat(read(this.marketer, Locale.ENGLISH)).hasSize(1);
		assertThat(solved(this.marketer)).isEmpty();
		this.rows.mend(this.login);
		publish(new ChannelConnected(this.admin.organizationId(), this.login, this.channel, "MEMBER", null,
				this.admin.memberId(), null));
		assertThat(solved(this.marketer)).containsExactly("warning.interrupted");
		assertThat(solved(this.admin)).containsExactly("warning.interrupted");
		assertThat(read(this.marketer, Locale.ENGLISH)).isEmpty();
	}

	@Test
	@DisplayName("M-26: a notice is solved with its cause, though a channel is interrupted for another one now")
	void solvedWithItsCause() {
		UUID other = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "instagram", "bistro_ana");
		this.rows.connect(this.admin, other, Duration.ofDays(59));
		this.rows.hangOn(this.login, other);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel, other),
				Cause.PASSWORD_CHANGED));
		this.rows.mend(this.login);
		this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST', lost_since = ? where channel_id = ?")
			.params(Timestamp.from(this.rows.instant()), other)
			.update();
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(other), Cause.ROLE_LOST));
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(this.channel)));
		assertThat(solved(this.admin)).containsExactly("warning.interrupted");
		assertThat(read(this.admin, Locale.ENGLISH)).contains("@bistro_ana (Instagram) is interrupted: page role lost")
			.noneMatch((text) -> text.contains("password changed"));
	}

	@Test
	@DisplayName("M-26: a notice is solved when the last of its channels is put away")
	void solvedWhenChannelsArePutAway() {
		UUID ben = this.rows.creator(this.admin, "Ben");
		UUID other = this.rows.channel(this.admin, ben, "instagram", "bistro_ana");
		this.rows.connect(this.admin, other, Duration.ofDays(59));
		this.rows.hangOn(this.login, other);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel, other),
				Cause.PASSWORD_CHANGED));
		within(() -> this.creators.archive(this.admin, ben, false));
		assertThat(solved(this.marketer)).isEmpty();
		within(() -> this.channels.archive(this.admin, this.channel, false));
		assertThat(solved(this.marketer)).containsExactly("warning.interrupted");
		assertThat(solved(this.admin)).containsExactly("warning.interrupted");
	}

	@Test
	@DisplayName("M-26: a notice about one creator is solved when that creator is put away")
	void solvedWhenTheCreatorIsPutAway() {
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
		within(() -> this.creators.archive(this.admin, this.ana, false));
		assertThat(solved(this.marketer)).containsExactly("warning.interrupted");
	}

	@Test
	void tellsNothingOfCreatorsWhoWerePutAway() {
		UUID other = this.rows.channel(this.admin, this.rows.creator(this.admin, "Ben"), "instagram", "bistro_ana");
		this.rows.connect(this.admin, other, Duration.ofDays(59));
		this.rows.hangOn(this.login, other);
		within(() -> this.creators.archive(this.admin, this.ana, false));
		publish(new LoginInDoubt(this.admin.organizationId(), this.login));
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel, other),
				Cause.PASSWORD_CHANGED));
		assertThat(read(this.marketer, Locale.ENGLISH))
			.containsExactly("@bistro_ana (Instagram) is interrupted: password changed");
		assertThat(read(this.admin, Locale.ENGLISH))
			.contains("@bistro_ana (Instagram) is interrupted: password changed")
			.noneMatch((text) -> text.contains("anakocht"));
	}

	@Test
	@DisplayName("M-33: who takes none of a kind is not told; whom one answers for oneself is a kind of its own")
	void tellsNobodyWhoChoseOtherwise() {
		Viewer other = this.organizations.member(this.admin, Role.MARKETER);
		choose(this.admin, NoticeKind.INTERRUPTED, NoticeScope.NONE);
		choose(other, NoticeKind.INTERRUPTED, NoticeScope.MINE);
		choose(this.marketer, NoticeKind.INTERRUPTED, NoticeScope.NONE);
		choose(this.marketer, NoticeKind.RESTORED, NoticeScope.MINE);
		choose(other, NoticeKind.RESTORED, NoticeScope.MINE);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
		assertThat(read(this.admin, Locale.ENGLISH)).isEmpty();
		assertThat(read(other, Locale.ENGLISH)).isEmpty();
		assertThat(kinds(this.marketer)).containsExactly(NoticeKind.OWN_INTERRUPTED);
		choose(this.marketer, NoticeKind.OWN_INTERRUPTED, NoticeScope.NONE);
		this.rows.mend(this.login);
		publish(new ConnectionsRestored(this.admin.organizationId(), Set.of(this.channel)));
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		publish(new ConnectionsBroken(this.admin.organizationId(), Set.of(this.channel), Cause.PASSWORD_CHANGED));
		assertThat(kinds(this.marketer)).containsExactly(NoticeKind.RESTORED);
		assertThat(kinds(this.admin)).containsExactly(NoticeKind.RESTORED);
		assertThat(kinds(other)).isEmpty();
	}

	@Test
	@DisplayName("who has to sign in again hears of a renewal that was cut off")
	void tellsOfDoubt() {
		publish(new LoginInDoubt(this.admin.organizationId(), this.login));
		assertThat(read(this.marketer, Locale.ENGLISH)).singleElement()
			.asString()
			.startsWith("The renewal of @anakocht (Instagram) was cut off; sign in again by ");
	}

	private void within(Runnable work) {
		Tenancy.within(this.admin.organizationId(), work);
	}

	private void publish(Object event) {
		Tenancy.within(this.admin.organizationId(),
				() -> this.transaction.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

	private void choose(Viewer viewer, NoticeKind kind, NoticeScope scope) {
		this.choices.choose(viewer, List.of(new NoticeChoice(kind, NoticeWay.PRODUCT, scope)));
	}

	private List<NoticeKind> kinds(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer))
			.stream()
			.map(Notice::kind)
			.toList();
	}

	private List<String> solved(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.earlier(viewer, null))
			.stream()
			.filter(Notice::solved)
			.map(Notice::messageKey)
			.toList();
	}

	private List<String> read(Viewer viewer, Locale language) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer))
			.stream()
			.map((notice) -> this.texts.text(notice, language, viewer.zone()))
			.toList();
	}

}
