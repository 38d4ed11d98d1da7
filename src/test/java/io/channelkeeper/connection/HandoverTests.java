package io.channelkeeper.connection;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Nobody leaves without passing on what hangs on that person (B-10).
 */
class HandoverTests extends SignInScene {

	@Autowired
	MemberService members;

	@Autowired
	CreatorService creatorService;

	@Autowired
	ReconnectRequests requests;

	private Viewer leaving;

	private UUID channel;

	@BeforeEach
	void connectByWhoLeaves() {
		this.leaving = this.organizations.member(this.viewer, Role.MANAGER);
		this.channel = channel("anakocht");
		SignInWalk.Browser theirs = this.walk.browser(this.leaving);
		String dialog = theirs.departure(this.channel, this.leaving.memberId()).address().toString();
		assertThat(theirs.back(theirs.consent(dialog, "ana")).diagnosis()).isNull();
		this.jdbc.sql("update creator set looked_after_by = ? where id = ?")
			.params(this.leaving.memberId(), this.creator)
			.update();
	}

	@Test
	@DisplayName("B-10: what a member connected is listed first, with ways to hand it on")
	void listsWhatHangsOnAMember() throws Exception {
		Viewer able = this.organizations.member(this.viewer, Role.MANAGER);
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		String asks = "name=\"of\"";
		as(this.viewer, get(page(this.leaving))).andExpect(status().isOk())
			.andExpect(content().string(containsString("@anakocht (Instagram)")))
			.andExpect(content().string(containsString("/channels/" + this.channel + "/connect?as=other")))
			.andExpect(content().string(containsString("looks after 1 creator.")))
			.andExpect(content().string(containsString(asks)))
			.andExpect(content().string(containsString("<option value=\"" + able.memberId() + "\">")))
			.andExpect(content().string(not(containsString("<option value=\"" + this.viewer.memberId() + "\">"))));
		as(this.viewer, get(page(marketer))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("anakocht"))))
			.andExpect(content().string(not(containsString("looks after"))));
		as(able, get(page(this.leaving))).andExpect(status().isForbidden());
	}

	@Test
	@DisplayName("B-10: another organization's sign-ins and creators are nobody's business")
	void keepsToItsOrganization() throws Exception {
		Viewer other = this.organizations.make("Other");
		Viewer foreign = this.organizations.alsoIn(this.leaving, other, Role.MANAGER);
		as(other, get(page(foreign))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("anakocht"))));
		as(other, get(page(this.leaving))).andExpect(status().isNotFound());
		as(other, post("/channels/{id}/ask", this.channel).param("of", other.memberId().toString()))
			.andExpect(status().isNotFound());
	}

	@Test
	@DisplayName("B-10: a colleague who may connect is asked to take over, nobody else")
	void asksAColleague() throws Exception {
		Viewer able = this.organizations.member(this.viewer, Role.MANAGER);
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		as(this.viewer, ask(able).param("from", page(this.leaving))).andExpect(redirectedUrl(page(this.leaving)));
		assertThat(asked()).containsExactly(able.memberId());
		as(this.viewer, ask(marketer)).andExpect(status().isNotFound());
		as(this.viewer, ask(this.organizations.make("Other"))).andExpect(status().isNotFound());
		as(able, ask(able)).andExpect(status().isForbidden());
		assertThat(asked()).hasSize(1);
	}

	@Test
	@DisplayName("B-10: who was asked stands there until that person did it; asked before was who leaves")
	void tellsWhoWasAsked() throws Exception {
		Viewer able = this.organizations.member(this.viewer, Role.MANAGER, "Lea Brandt");
		within(() -> this.requests.ask(this.organizations.member(this.viewer, Role.MARKETER), this.channel));
		assertThat(asked()).containsExactly(this.leaving.memberId());
		as(this.viewer, get(page(this.leaving))).andExpect(content().string(not(containsString("was asked"))));
		as(this.viewer, ask(able)).andExpect(flash().attribute("message", "Lea Brandt was asked to take over."));
		as(this.viewer, get(page(this.leaving)))
			.andExpect(content().string(containsString("Lea Brandt was asked to take over")));
		as(this.viewer, ask(able))
			.andExpect(flash().attribute("message", startsWith("You asked Lea Brandt already, on ")));
		assertThat(asked()).containsExactlyInAnyOrder(this.leaving.memberId(), able.memberId());
		assertThat(this.jdbc.sql("select link from notice where member_id = ?")
			.param(able.memberId())
			.query(String.class)
			.single()).isEqualTo("/channels/" + this.channel + "/connect?as=other");
		SignInWalk.Browser theirs = this.walk.browser(able);
		String dialog = theirs.departure(this.channel, able.memberId()).address().toString();
		assertThat(theirs.back(theirs.consent(dialog, "henri")).diagnosis()).isNull();
		assertThat(count("reconnect_request where ended_at is null and organization_id")).isZero();
		as(this.viewer, get(page(this.leaving))).andExpect(content().string(not(containsString("anakocht"))));
	}

	@Test
	@DisplayName("B-10: what becomes of a sign-in that is left stands beside it")
	void tellsWhatIsLeft() throws Exception {
		as(this.viewer, get(page(this.leaving)))
			.andExpect(content().string(containsString("it stays connected until ")));
		this.jdbc.sql("""
				update social_login set invalid_cause = 'PASSWORD_CHANGED', invalid_since = connected_at
				where organization_id = ?""").param(this.viewer.organizationId()).update();
		as(this.viewer, get(page(this.leaving))).andExpect(content().string(containsString("it stays interrupted.")));
	}

	@Test
	@DisplayName("B-10: channels of archived creators are not offered")
	void offersNothingOfArchivedCreators() throws Exception {
		Viewer able = this.organizations.member(this.viewer, Role.MANAGER);
		UUID ben = this.creators.named(this.viewer, "Ben");
		UUID second = this.testChannels.instagram(this.viewer, ben, "bistro_ana");
		SignInWalk.Browser theirs = this.walk.browser(this.leaving);
		String dialog = theirs.departure(second, this.leaving.memberId()).address().toString();
		assertThat(theirs.back(theirs.consent(dialog, "ana")).diagnosis()).isNull();
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		as(this.viewer, get(page(this.leaving))).andExpect(content().string(not(containsString("anakocht"))))
			.andExpect(content().string(containsString("@bistro_ana (Instagram)")))
			.andExpect(content().string(containsString("/channels/" + second + "/connect?as=other")))
			.andExpect(content().string(containsString("/channels/" + second + "/ask")));
		as(this.viewer, post("/channels/{id}/ask", second).param("of", able.memberId().toString()))
			.andExpect(status().is3xxRedirection());
		within(() -> this.creatorService.archive(this.viewer, ben, false));
		as(this.viewer, get(page(this.leaving))).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("as=other"))));
	}

	@Test
	@DisplayName("B-10: archived creators are passed on, too, and nobody’s go to nobody unasked")
	void dropsNobodyUnasked() throws Exception {
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		as(this.viewer, get(page(this.leaving))).andExpect(content().string(containsString("looks after 1 creator.")));
		as(this.viewer, post(page(this.leaving))).andExpect(status().is(422))
			.andExpect(content().string(containsString("Choose below who does from now on.")))
			.andExpect(content().string(containsString("name=\"successor\"")));
		assertThat(within(() -> this.members.get(this.leaving.memberId())).active()).isTrue();
		assertThat(within(() -> this.creatorService.get(this.creator)).lookedAfterBy())
			.isEqualTo(this.leaving.memberId());
		as(this.viewer, post(page(this.leaving)).param("successor", "")).andExpect(redirectedUrl("/admin/members"));
		assertThat(within(() -> this.creatorService.get(this.creator)).lookedAfterBy()).isNull();
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		as(this.viewer, post(page(marketer))).andExpect(redirectedUrl("/admin/members"));
	}

	@Test
	@DisplayName("B-10: whom the member looked after is passed on, and what is connected stays so")
	void passesOn() throws Exception {
		Viewer heir = this.organizations.member(this.viewer, Role.MARKETER);
		as(this.viewer, post(page(this.leaving)).param("successor", heir.memberId().toString()))
			.andExpect(redirectedUrl("/admin/members"));
		assertThat(within(() -> this.members.get(this.leaving.memberId())).active()).isFalse();
		assertThat(within(() -> this.creatorService.get(this.creator)).lookedAfterBy()).isEqualTo(heir.memberId());
		assertThat(standing(this.channel).state()).isEqualTo(ConnectionState.CONNECTED);
		as(this.viewer, post(page(heir)).param("successor", "")).andExpect(redirectedUrl("/admin/members"));
		assertThat(within(() -> this.creatorService.get(this.creator)).lookedAfterBy()).isNull();
	}

	@Test
	@DisplayName("B-10: nothing is passed on where the member has to stay, or to who is no member")
	void changesNothingHalfway() throws Exception {
		Viewer gone = this.organizations.member(this.viewer, Role.MARKETER);
		within(() -> this.members.deactivate(this.viewer, gone.memberId()));
		as(this.viewer, post(page(this.leaving)).param("successor", gone.memberId().toString()))
			.andExpect(status().isNotFound());
		assertThat(within(() -> this.members.get(this.leaving.memberId())).active()).isTrue();
		as(this.viewer, post(page(this.viewer)).param("successor", this.leaving.memberId().toString()))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("This is the last admin.")));
		assertThat(within(() -> this.creatorService.get(this.creator)).lookedAfterBy())
			.isEqualTo(this.leaving.memberId());
	}

	private ResultActions as(Viewer person, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(this.organizations.signedIn(person)));
	}

	private MockHttpServletRequestBuilder ask(Viewer whom) {
		return post("/channels/{id}/ask", this.channel).param("of", whom.memberId().toString());
	}

	private List<UUID> asked() {
		return this.jdbc.sql("select member_id from notice where organization_id = ?")
			.param(this.viewer.organizationId())
			.query((row, number) -> row.getObject("member_id", UUID.class))
			.list();
	}

	private static String page(Viewer member) {
		return "/admin/members/" + member.memberId() + "/deactivate";
	}

}
