package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.SameMoment;
import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Who may not reconnect asks somebody who may (B-17, H-4).
 */
class ReconnectRequestTests extends SignInScene {

	@Autowired
	ReconnectRequests requests;

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	GapLedger ledger;

	@Autowired
	MemberService members;

	@Autowired
	CreatorService creatorService;

	@Autowired
	PortfolioRows rows;

	@Autowired
	ApplicationEventPublisher publisher;

	@Autowired
	SameMoment sameMoment;

	private Viewer mia;

	private Viewer max;

	private UUID channel;

	private UUID login;

	@BeforeEach
	void breakWhatMaxConnected() {
		this.jdbc.sql("delete from scheduled_tasks where task_name in ('connection-upkeep', 'data-gaps')").update();
		this.mia = this.organizations.member(this.viewer, Role.MARKETER);
		this.max = this.organizations.member(this.viewer, Role.MANAGER);
		this.channel = channel("anakocht");
		this.login = this.rows.connect(this.viewer, this.channel, Duration.ofDays(40));
		connectedBy(this.max);
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
	}

	@Test
	@DisplayName("H-4: whoever connected it last is asked, and the asker reads who that is")
	void asksWhoConnectedIt() throws Exception {
		press(this.mia, this.channel, null).andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/creators/" + this.creator))
			.andExpect(flash().attribute("message",
					is("Your request to reconnect @anakocht is on its way to Max MANAGER.")));
		ReconnectRequest request = open(this.channel);
		assertThat(request.askedBy()).isEqualTo(this.mia.memberId());
		assertThat(request.asked()).containsExactly(this.max.memberId());
		assertThat(this.events.stream(ReconnectAsked.class)).singleElement()
			.isEqualTo(new ReconnectAsked(this.viewer.organizationId(), request.id(), this.channel, this.mia.memberId(),
					Set.of(this.max.memberId()), false));
	}

	@Test
	@DisplayName("B-17: who left is stood in for by whoever looks after the creator, then by all managers")
	void asksWhoStandsIn() {
		Viewer jo = this.organizations.member(this.viewer, Role.MANAGER);
		within(() -> this.members.deactivate(this.viewer, this.max.memberId()));
		lookAfter(jo);
		assertThat(whom(this.mia)).containsExactly(jo.memberId());
		lookAfter(this.mia);
		assertThat(whom(marketer(false))).containsExactlyInAnyOrder(jo.memberId(), this.viewer.memberId());
	}

	@Test
	@DisplayName("B-21, H-3: a marketer who looks after the creator, where the organization allows it")
	void asksAMarketerWhoMay() {
		lookAfter(this.mia);
		connectedBy(this.mia);
		assertThat(whom(marketer(false))).containsExactlyInAnyOrder(this.max.memberId(), this.viewer.memberId());
		end();
		assertThat(whom(marketer(true))).containsExactly(this.mia.memberId());
	}

	@Test
	@DisplayName("B-17: nobody asks oneself, and whoever may reconnect may ask too")
	void neverAsksOneself() throws Exception {
		assertThat(whom(this.max)).containsExactly(this.viewer.memberId());
		end();
		within(() -> this.members.deactivate(this.viewer, this.max.memberId()));
		press(this.viewer, this.channel, null).andExpect(status().isSeeOther())
			.andExpect(flash().attribute("message", is("There is nobody else who may reconnect @anakocht.")));
		assertThat(count("reconnect_request where ended_at is null and organization_id")).isZero();
	}

	@Test
	@DisplayName("B-17: not twice within a day whoever asks; the second one reads who asked and when")
	void asksOnceADay() throws Exception {
		within(() -> this.requests.ask(this.mia, this.channel));
		UUID first = open(this.channel).id();
		press(this.viewer, this.channel, "/connections?state=invalid").andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/connections?state=invalid"))
			.andExpect(flash().attribute("message",
					allOf(startsWith("Mia Marketer asked Max MANAGER already, on "), containsString("again from "))));
		this.organizations.speak(this.mia, "de");
		press(this.mia, this.channel, null)
			.andExpect(flash().attribute("message", startsWith("Du hast Max MANAGER schon gebeten, am ")));
		pass(Duration.ofHours(24).minusMinutes(1));
		assertThatExceptionOfType(AlreadyAskedException.class).isThrownBy(() -> whom(this.viewer));
		pass(Duration.ofMinutes(2));
		assertThat(whom(this.viewer)).containsExactly(this.max.memberId());
		assertThat(open(this.channel).id()).isEqualTo(first);
		assertThat(open(this.channel).askedBy()).isEqualTo(this.viewer.memberId());
		assertThat(count("reconnect_request where version = 1 and organization_id")).isEqualTo(1);
	}

	@Test
	@DisplayName("B-17: when all who were asked have left, somebody else is asked at once")
	void asksAnewWhenWhoWasAskedLeft() throws Exception {
		assertThat(whom(this.mia)).containsExactly(this.max.memberId());
		within(() -> this.members.deactivate(this.viewer, this.max.memberId()));
		assertThat(within(() -> this.requests.open(List.of(this.channel)))).isEmpty();
		assertThat(creatorsPage()).doesNotContain("asked Max MANAGER");
		assertThat(whom(this.mia)).containsExactly(this.viewer.memberId());
		assertThatExceptionOfType(AlreadyAskedException.class).isThrownBy(() -> whom(this.mia));
	}

	@Test
	@DisplayName("B-17: about what works, a request lapses after three days and comes back with nothing")
	void lapsesWhileTheChannelWorks() throws Exception {
		within(() -> this.requests.ask(this.mia, this.channel));
		sound();
		pass(Duration.ofHours(71));
		assertThat(open(this.channel)).isNotNull();
		assertThat(creatorsPage()).contains("asked Max MANAGER");
		pass(Duration.ofHours(2));
		assertThat(within(() -> this.requests.open(List.of(this.channel)))).isEmpty();
		assertThat(creatorsPage()).doesNotContain("asked Max MANAGER");
		this.rows.invalid(this.login, "PASSWORD_CHANGED");
		assertThat(within(() -> this.requests.open(List.of(this.channel)))).isEmpty();
		this.jdbc.sql("update social_login set invalid_since = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofHours(74)).atOffset(ZoneOffset.UTC), this.login)
			.update();
		assertThat(open(this.channel)).as("it was about this").isNotNull();
	}

	@Test
	@DisplayName("B-17: of two at the same moment one wins, and the other one sees it")
	void oneOfTwoWins() throws Exception {
		AlreadyAskedException second = within(() -> {
			try {
				return this.sameMoment.second(() -> this.requests.ask(this.mia, this.channel),
						() -> catchThrowableOfType(AlreadyAskedException.class, () -> whom(this.viewer)));
			}
			catch (Exception ex) {
				throw new AssertionError(ex);
			}
		});
		assertThat(second.request().askedBy()).isEqualTo(this.mia.memberId());
		assertThat(this.events.stream(ReconnectAsked.class)).hasSize(1);
	}

	@Test
	void asksForNothingThatIsNotConnected() throws Exception {
		UUID never = channel("bistro_ana");
		press(this.mia, never, null).andExpect(status().isSeeOther())
			.andExpect(flash().attribute("message",
					is("@bistro_ana is not connected, so there is nothing to reconnect.")));
		assertThat(count("reconnect_request")).isZero();
	}

	@Test
	@DisplayName("H-23: 404 for what is put away or of another organization, 403 without the form's token")
	void refusesWhatIsNotThere() throws Exception {
		press(this.organizations.make("Other"), this.channel, null).andExpect(status().isNotFound());
		this.mvc.perform(post("/channels/{id}/ask", this.channel).with(this.organizations.signedIn(this.mia)))
			.andExpect(status().isForbidden());
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		press(this.mia, this.channel, null).andExpect(status().isNotFound());
		within(() -> this.creatorService.restore(this.viewer, this.creator));
		within(() -> this.channels.archive(this.viewer, this.channel));
		press(this.mia, this.channel, null).andExpect(status().isNotFound());
		assertThat(count("reconnect_request")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example/", "/\\evil.example", "/a\r\nSet-Cookie:x" })
	void staysOnOwnPages(String from) throws Exception {
		press(this.mia, this.channel, from).andExpect(redirectedUrl("/creators/" + this.creator));
	}

	@ParameterizedTest
	@ValueSource(strings = { "disconnected", "archived", "creator archived", "restored", "key back" })
	@DisplayName("B-17: closes itself when the channel is back, or nothing is left to connect")
	void closesItself(String how) {
		within(() -> this.requests.ask(this.mia, this.channel));
		within(() -> this.publisher
			.publishEvent(new ConnectionsRestored(this.viewer.organizationId(), Set.of(this.channel))));
		assertThat(count("reconnect_request where ended_at is null and organization_id")).isEqualTo(1);
		happen(how);
		assertThat(count("reconnect_request where ended_at >= asked_at and organization_id")).isEqualTo(1);
		assertThat(within(() -> this.requests.open(List.of(this.channel)))).isEmpty();
	}

	private void happen(String how) {
		switch (how) {
			case "disconnected" -> within(() -> this.connections.disconnect(this.viewer, this.channel));
			case "archived" -> within(() -> this.channels.archive(this.viewer, this.channel));
			case "creator archived" -> within(() -> this.creatorService.archive(this.viewer, this.creator, false));
			case "restored" -> {
				sound();
				within(() -> this.publisher
					.publishEvent(new ConnectionsRestored(this.viewer.organizationId(), Set.of(this.channel))));
			}
			default -> {
				this.ledger.round();
				this.upkeep.round();
				assertThat(open(this.channel)).isNotNull();
				sound();
				this.ledger.round();
				this.upkeep.round();
			}
		}
	}

	@Test
	@DisplayName("H-7: one sign-in closes the requests of all that it brings back, and of nothing else")
	void closesTheWholeLogin() {
		UUID bistro = channel("bistro_ana");
		UUID lotte = channel("lotteberg");
		connect(this.channel, "ana");
		connect(bistro, "ana");
		this.rows.connect(this.viewer, lotte, Duration.ofDays(3));
		NETWORKS.facebook().removeApp("ana");
		this.rows.invalid(Objects.requireNonNull(standing(bistro).loginId()), "ACCESS_REVOKED");
		for (UUID one : List.of(this.channel, bistro, lotte)) {
			within(() -> this.requests.ask(this.mia, one));
		}
		connect(this.channel, "ana");
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(within(() -> this.requests.open(List.of(this.channel, bistro, lotte)))).containsOnlyKeys(lotte);
	}

	@Test
	@DisplayName("H-8: what the sign-in no longer reaches stays asked for")
	void keepsWhatStaysBroken() {
		UUID bistro = channel("bistro_ana");
		connect(this.channel, "ana");
		connect(bistro, "ana");
		this.jdbc.sql("update connection set lost_cause = 'ROLE_LOST', lost_since = connected_at where channel_id = ?")
			.param(bistro)
			.update();
		within(() -> this.requests.ask(this.mia, bistro));
		within(() -> this.publisher
			.publishEvent(new ConnectionsRestored(this.viewer.organizationId(), Set.of(this.channel))));
		assertThat(open(bistro)).isNotNull();
	}

	@Test
	@DisplayName("H-25: opened when the first of those asked looks, not by others and not by the asker")
	void saysWhetherItWasOpened() throws Exception {
		within(() -> this.requests.ask(this.viewer, this.channel));
		assertThat(open(this.channel).openedAt()).isNull();
		look(this.viewer);
		look(this.organizations.member(this.viewer, Role.MANAGER));
		assertThat(open(this.channel).openedAt()).isNull();
		assertThat(creatorsPage()).contains("Ada Admin asked Max MANAGER on ", ", not opened<");
		look(this.max);
		Instant opened = open(this.channel).openedAt();
		assertThat(opened).isNotNull();
		assertThat(creatorsPage()).contains("Ada Admin asked Max MANAGER on ", ", opened just now<");
		this.organizations.speak(this.viewer, "de");
		assertThat(creatorsPage()).contains("Ada Admin hat Max MANAGER am ", " gebeten, geöffnet ");
		look(this.max);
		assertThat(open(this.channel).openedAt()).isEqualTo(opened);
		this.jdbc.sql("update reconnect_request set opened_at = null").update();
		pass(Duration.ofHours(25));
		this.jdbc.sql("update reconnect_request set opened_at = asked_at").update();
		within(() -> this.requests.ask(this.mia, this.channel));
		assertThat(open(this.channel).openedAt()).as("asked anew").isNull();
	}

	private void look(Viewer member) throws Exception {
		this.mvc
			.perform(get("/channels/{id}/connect?from=/portfolio", this.channel)
				.with(this.organizations.signedIn(member)))
			.andExpect(status().isOk());
	}

	private String creatorsPage() throws Exception {
		return this.mvc.perform(get("/creators/{id}", this.creator).with(this.organizations.signedIn(this.viewer)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	@Test
	void isReadByTheOwnOrganizationOnly() {
		within(() -> this.requests.ask(this.mia, this.channel));
		Viewer stranger = this.organizations.make("Other");
		assertThat(Tenancy.<Map<UUID, ReconnectRequest>>within(stranger.organizationId(),
				() -> this.requests.open(List.of(this.channel))))
			.isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(
				() -> Tenancy.within(stranger.organizationId(), () -> this.requests.ask(stranger, this.channel)));
	}

	private ResultActions press(Viewer viewer, UUID id, @Nullable String from) throws Exception {
		var request = post("/channels/{id}/ask", id).with(this.organizations.signedIn(viewer)).with(csrf());
		return this.mvc.perform((from != null) ? request.param("from", from) : request);
	}

	/** Asks anew and answers who was asked. */
	private Set<UUID> whom(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.requests.ask(viewer, this.channel)).asked();
	}

	private ReconnectRequest open(UUID id) {
		return Objects.requireNonNull(within(() -> this.requests.open(List.of(id))).get(id));
	}

	private void end() {
		this.jdbc.sql("update reconnect_request set ended_at = asked_at where channel_id = ?")
			.param(this.channel)
			.update();
	}

	private void pass(Duration time) {
		Instant asked = this.jdbc.sql("select asked_at from reconnect_request where channel_id = ?")
			.param(this.channel)
			.query(java.sql.Timestamp.class)
			.single()
			.toInstant();
		this.jdbc.sql("update reconnect_request set asked_at = ? where channel_id = ?")
			.params(asked.minus(time).atOffset(ZoneOffset.UTC), this.channel)
			.update();
	}

	private void sound() {
		this.jdbc.sql("update social_login set invalid_cause = null where id = ?").param(this.login).update();
	}

	private void connectedBy(Viewer member) {
		this.jdbc
			.sql("update connection set connected_by_member = ?, connected_by_creator = false where channel_id = ?")
			.params(member.memberId(), this.channel)
			.update();
	}

	private void lookAfter(Viewer member) {
		this.jdbc.sql("update creator set looked_after_by = ? where id = ?")
			.params(member.memberId(), this.creator)
			.update();
		end();
	}

	/** A member in an organization that allows marketers to connect, or does not. */
	private Viewer marketer(boolean mayConnect) {
		Viewer one = this.organizations.member(this.viewer, Role.MARKETER);
		return new Viewer(one.personId(), one.memberId(), one.organizationId(), one.organizationName(), one.name(),
				one.email(), one.role(), one.language(), one.zone(), one.operator(), mayConnect);
	}

}
