package practice.facebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The businesses of the Graph API: pages that somebody reaches by way of an employer.
 */
@RestController
@RequestMapping("/facebook/graph/{version:v\\d+\\.\\d+}")
class BusinessController {

	private final World world;

	private final GraphGate gate;

	private final Nodes nodes;

	BusinessController(World world, GraphGate gate, Nodes nodes) {
		this.world = world;
		this.gate = gate;
		this.nodes = nodes;
	}

	@GetMapping("/me/businesses")
	Map<String, Object> businesses(HttpServletRequest request) {
		Token token = enter(request);
		return Map.of("data",
				this.world.businessesOf(token.person)
					.stream()
					.map((business) -> Map.of("id", business.id(), "name", business.name()))
					.toList());
	}

	@GetMapping("/{id}/{list:owned_pages|client_pages}")
	Map<String, Object> pages(@PathVariable String id, @PathVariable String list,
			@RequestParam(defaultValue = "id,name") String fields, HttpServletRequest request) {
		Token token = enter(request);
		World.BusinessLine business = this.world.businessesOf(token.person)
			.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.findFirst()
			.orElseThrow(() -> GraphException.missing(id));
		String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
		List<Map<String, Object>> data = new ArrayList<>();
		for (Page page : this.world.pagesOf(token.person)) {
			boolean listed = (list.equals("owned_pages") ? business.owned() : business.client()).contains(page.id);
			if (listed && token.person.chosenPages.contains(page.id)) {
				Map<String, Object> node = this.nodes.page(page, Fields.parse(fields), token, base);
				node.putIfAbsent("id", page.id);
				data.add(node);
			}
		}
		return Map.of("data", data);
	}

	private Token enter(HttpServletRequest request) {
		Token token = this.gate.enter(request);
		if (!token.person.granted.contains("business_management")) {
			throw GraphException.of(200, "(#200) Requires business_management permission to manage the object.");
		}
		return token;
	}

}
