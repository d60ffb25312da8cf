package com.wecomesb.api;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with the installation and what to do next. */
@RestController
class DoctorController {

    private final List<DoctorChecks> checks;

    DoctorController(ObjectProvider<DoctorChecks> checks) {
        this.checks = checks.orderedStream().toList();
    }

    /** All findings, in the order in which an app is connected. */
    record Findings(List<DoctorFinding> findings) {}

    /** Asks WeCom, too: it may take as long as a call may. */
    @GetMapping("/api/v1/doctor")
    Findings findings() {
        return new Findings(
                checks.stream().flatMap(check -> check.run().stream()).toList());
    }
}
