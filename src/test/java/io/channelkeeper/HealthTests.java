package io.channelkeeper;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class HealthTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Test
	void saysToEverybodyOnlyWhetherItIsUp() throws Exception {
		this.mvc.perform(get("/actuator/health"))
			.andExpect(status().isOk())
			.andExpect(content().json("{\"status\":\"UP\"}"))
			.andExpect(content().string(not(containsString("components"))));
	}

	@Test
	void keepsTheRestFromWhoDoesNotOperate() throws Exception {
		Viewer marketer = this.organizations.member(this.organizations.make("Bistro"), Role.MARKETER);

		this.mvc.perform(get("/actuator/prometheus")).andExpect(status().is3xxRedirection());
		this.mvc.perform(get("/actuator/prometheus").with(this.organizations.signedIn(marketer)))
			.andExpect(status().isForbidden());
		this.mvc.perform(get("/actuator/env").with(this.organizations.signedIn(marketer)))
			.andExpect(status().isForbidden());
	}

}
