// Decodes manifests as strictly as the API server does with fieldValidation=Strict: unknown fields, fields that stand twice and
// values of another type are mistakes. go run . FILE…
package main

import (
	"bytes"
	"fmt"
	"os"

	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

func decode(text []byte) error {
	var kind struct{ APIVersion, Kind string }
	if err := yaml.Unmarshal(text, &kind); err != nil {
		return err
	}
	switch kind.APIVersion + " " + kind.Kind {
	case "batch/v1 Job":
		return yaml.UnmarshalStrict(text, &batch.Job{})
	case "v1 PersistentVolumeClaim":
		return yaml.UnmarshalStrict(text, &core.PersistentVolumeClaim{})
	}
	return fmt.Errorf("unknown kind %s %s", kind.APIVersion, kind.Kind)
}

func main() {
	mistakes, objects := 0, 0
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		for _, document := range bytes.Split(text, []byte("\n---\n")) {
			objects++
			if err := decode(document); err != nil {
				mistakes++
				fmt.Printf("%s: %v\n", file, err)
			}
		}
	}
	fmt.Printf("%d objects, %d mistakes\n", objects, mistakes)
	if mistakes > 0 {
		os.Exit(1)
	}
}
