package practice;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import practice.facebook.PictureMode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The control page: does to the accounts what life does, and tells what happened so far.
 */
@Controller
class ControlController {

	private final List<PracticeProvider> providers;

	private final Faults faults;

	private final Books books;

	private final PracticeClock clock;

	ControlController(List<PracticeProvider> providers, Faults faults, Books books, PracticeClock clock) {
		this.providers = providers;
		this.faults = faults;
		this.books = books;
		this.clock = clock;
	}

	@GetMapping("/")
	String page(Model model) {
		this.providers.forEach((provider) -> model.addAttribute(provider.name(), provider.view()));
		model.addAttribute("providers", this.providers.stream().map(PracticeProvider::name).sorted().toList());
		model.addAttribute("networks",
				this.providers.stream()
					.flatMap((provider) -> provider.networks().stream())
					.distinct()
					.sorted()
					.toList());
		model.addAttribute("planned", this.faults.planned());
		model.addAttribute("faults", Fault.values());
		model.addAttribute("modes", PictureMode.values());
		model.addAttribute("now", this.clock.instant().truncatedTo(ChronoUnit.SECONDS));
		return "control";
	}

	@GetMapping("/books")
	@ResponseBody
	Map<String, Object> books() {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("issued", this.books.issued());
		all.put("counts", this.books.counts());
		all.put("calls", this.books.calls());
		return all;
	}

	@PostMapping("/control/answers/{network}")
	String answers(@PathVariable String network, @RequestParam(defaultValue = "") String fault,
			@RequestParam(defaultValue = "0") int calls, @RequestParam(defaultValue = "") String path) {
		if (fault.isEmpty()) {
			this.faults.end(network);
		}
		else {
			this.faults.plan(network, Fault.valueOf(fault), calls, path.strip());
		}
		return "redirect:/#answers";
	}

	@PostMapping("/control/time")
	String time(@RequestParam Duration by) {
		if (by.isZero()) {
			this.clock.reset();
		}
		else {
			this.clock.advance(by);
		}
		return "redirect:/";
	}

	@PostMapping("/control/reset")
	String reset() {
		this.providers.forEach(PracticeProvider::reset);
		this.faults.end();
		this.clock.reset();
		return "redirect:/";
	}

}
